namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>The style sheet of the page. It has no characters that XML would escape.</summary>
internal static class PageStyle
{
    public const string Css = """

        :root { color-scheme: light dark; --paper: #f6f7f8; --card: #fff; --ink: #1d2329; --quiet: #58636d;
          --line: #dde2e6; --accent: #0068a3; --warn: #a34700; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #121518; --card: #1b1f23; --ink: #e4e8eb; --quiet: #a2adb7; --line: #343b42;
            --accent: #6bbcf0; --warn: #f0a060; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
        main { max-width: 70rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem; font-weight: 650; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 0 0 .8rem; font-weight: 650; }
        h3 { font-size: 1rem; margin: 1.2rem 0 .5rem; font-weight: 600; }
        p { margin: .6rem 0; max-width: 48rem; }
        a { color: var(--accent); text-underline-offset: .15em; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .8rem 0 0; padding: 0; font-size: .92rem; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem;
          margin-top: 1.25rem; min-width: 0; }
        .quiet, .missing, .unit { color: var(--quiet); font-size: .92rem; }
        .missing { border-inline-start: 3px solid var(--line); padding-inline-start: .8rem; }
        .differs { color: var(--warn); font-size: .92rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5rem), 1fr));
          gap: .75rem; margin: 1.25rem 0 0; }
        .figures div { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; min-width: 0; }
        dt { color: var(--quiet); font-size: .85rem; }
        dd { margin: 0; font-size: 1.4rem; font-weight: 650; line-height: 1.35; font-variant-numeric: tabular-nums;
          overflow-wrap: anywhere; }
        dd.unit { font-size: .8rem; font-weight: 400; }
        svg { display: block; width: 100%; height: auto; font-family: Arial, "Liberation Sans", "Helvetica Neue", Helvetica, sans-serif; }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
        .curves { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem; align-items: center; }
        .curves svg { max-width: 44rem; }
        .bars svg { max-width: 40rem; }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: .5rem 0; padding: 0; font-size: .92rem; }
        .curves .legend { flex-direction: column; }
        .legend li { display: flex; gap: .6rem; min-width: 0; }
        .swatch { flex: none; width: 1.6rem; margin-top: .65rem; height: 0; border-top-width: 3px; }
        .legend .quiet { white-space: nowrap; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; max-width: 60rem; font-size: .92rem; }
        th, td { padding: .35rem .7rem; text-align: start; border-bottom: 1px solid var(--line); vertical-align: top; }
        th { color: var(--quiet); font-weight: 600; }
        th.number, td.number { text-align: end; white-space: nowrap; }
        .number { font-variant-numeric: tabular-nums; }
        .label { overflow-wrap: anywhere; }
        td .label, td .text { display: inline-block; min-width: 7rem; }
        td .text { min-width: 11rem; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        summary { cursor: pointer; color: var(--accent); font-size: .92rem; }
        details .scroll { margin-top: .5rem; max-height: 26rem; overflow-y: auto; }
        .mistakes { list-style: none; margin: 0; padding: 0; }
        .mistakes li { border-top: 1px solid var(--line); padding: .8rem 0; }
        .mistakes p { margin: 0 0 .3rem; }
        .mistakes .text { max-height: 16rem; overflow-y: auto; }
        .tag { display: inline-block; font-size: .85rem; border: 1px solid var(--line); border-radius: 6px;
          padding: .05rem .5rem; overflow-wrap: anywhere; max-width: 100%; }
        .tag .label { font-weight: 600; }
        .tag.actual { color: var(--quiet); }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: .3rem 1.6rem; }
        .cards div { min-width: 0; }
        .cards ul { list-style: none; margin: 0; padding: 0; font-size: .92rem; }
        .cards li { display: flex; justify-content: space-between; gap: .8rem; border-bottom: 1px solid var(--line);
          padding: .2rem 0; overflow-wrap: anywhere; }
        .cards .number { color: var(--quiet); white-space: nowrap; }
        @media (max-width: 30rem) { main { padding: 1rem .6rem 3rem; } section { padding: 1rem .8rem; } }

        """;
}
