using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Switches;

internal static class EncodingSwitch
{
    public static ChoiceSwitch<LabeledTextEncoding> Create() =>
        new("--encoding", "how bytes stand for characters", ("utf8", LabeledTextEncoding.Utf8), ("latin1", LabeledTextEncoding.Latin1));
}
