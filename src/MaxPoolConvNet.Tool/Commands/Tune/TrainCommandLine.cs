using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Builds the command line that trains with given settings.</summary>
internal sealed class TrainCommandLine
{
    /// <summary>Switches that train doesn't have.</summary>
    private static readonly string[] _tuningSwitches = ["--budget", "--trials", "--json"];

    private readonly string _data;
    private readonly GivenSwitches _given;
    private readonly TrialSettings _start;

    /// <param name="data">The file of texts.</param>
    /// <param name="given">The switches given to tune.</param>
    /// <param name="start">The settings made of these switches and the defaults.</param>
    public TrainCommandLine(string data, GivenSwitches given, TrialSettings start)
    {
        (_data, _given, _start) = (data, given, start);
    }

    /// <param name="settings">The settings to train with.</param>
    /// <param name="options">The training options of these settings for the training texts.</param>
    public string For(TrialSettings settings, TrainingOptions options)
    {
        string[] without = settings.Architecture.NeedsVectors ? _tuningSwitches : [.. _tuningSwitches, "--vectors"];
        IEnumerable<string> changes = ChangedSwitches(settings, options);
        return string.Join(' ', ["maxpool", "train", ShellWord.Of(_data), .. _given.Words(without), .. changes, "--model", "MODEL"]);
    }

    /// <summary>The switches, with their values, of the settings that differ from the start.</summary>
    public IEnumerable<string> ChangedSwitches(TrialSettings settings, TrainingOptions options)
    {
        bool otherArchitecture = settings.Architecture != _start.Architecture;
        (string Switch, IConvertible Value, bool Differs)[] all =
        [
            // without vectors, one-hot is the default
            ("--architecture", settings.Architecture.ToString(), otherArchitecture && settings.Architecture != Architecture.OneHot),
            ("--widths", string.Join(',', settings.Widths), otherArchitecture || !settings.Widths.SequenceEqual(_start.Widths)),
            ("--filters", settings.FiltersPerWidth, settings.FilterCount != _start.FilterCount),
            ("--activation", settings.Activation == Activation.Relu ? "relu" : "tanh", settings.Activation != _start.Activation),
            ("--initial-deviation", settings.InitialDeviation, settings.InitialDeviation != _start.InitialDeviation),
            ("--learning-rate", settings.LearningRate, settings.LearningRate != _start.LearningRate),
            ("--final-rate", settings.FinalRate, settings.FinalRate != _start.FinalRate),
            ("--epochs", options.Epochs!.Value, settings.EpochsFactor != 1),
            ("--dropout", settings.Dropout, settings.Dropout != _start.Dropout),
            ("--weight-decay", settings.WeightDecay, settings.WeightDecay != _start.WeightDecay),
            ("--min-count", settings.MinimumCount ?? 1, settings.MinimumCount != _start.MinimumCount),
            ("--tokenizer", "subwords", settings.Subwords && !_start.Subwords),
        ];
        return all.Where(one => one.Differs).SelectMany(one => new[] { one.Switch, one.Value.ToString(CultureInfo.InvariantCulture) });
    }
}
