using System.IO.Compression;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Changes a file within a zip archive, so that what lies behind the archive's checksums is reached; or the archive itself.</summary>
internal sealed class ZipForgery(IReadOnlyList<byte[]> corpus)
{
    private readonly ByteMutator _archives = new(corpus, ["PK\u0003\u0004", "PK\u0005\u0006", "xl/workbook.xml"]);

    private readonly ByteMutator _files = new(
        corpus,
        ["<c ", "<v>", "</v>", "<row ", " r='A1'", " r='XFD1048576'", " t='s'", " t='e'", " t='d'", " s='1'", "<!--", "<![CDATA[", "&#0;", "&amp;", "&lt;", "<si>", "xml:space", "'", "\"", ">", "<"]);

    public byte[] Make(Random random)
    {
        if (random.Next(5) == 0) return _archives.Make(random);
        using var forged = new MemoryStream();
        forged.Write(corpus[random.Next(corpus.Count)]);
        using (var zip = new ZipArchive(forged, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (int changes = random.Next(1, 3); changes > 0; changes--)
                ChangeFile(zip, random);
        }

        return forged.ToArray();
    }

    private void ChangeFile(ZipArchive zip, Random random)
    {
        ZipArchiveEntry entry = zip.Entries[random.Next(zip.Entries.Count)];
        string name = entry.FullName;
        byte[] content;
        using (var read = new MemoryStream())
        {
            using (Stream stream = entry.Open())
                stream.CopyTo(read);
            content = read.ToArray();
        }

        entry.Delete();
        if (random.Next(20) == 0) return;
        using Stream changed = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        changed.Write(_files.Change(content, random));
    }
}
