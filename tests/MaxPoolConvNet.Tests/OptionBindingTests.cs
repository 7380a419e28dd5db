using System.Collections;
using System.Globalization;
using System.Reflection;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Configuration;

namespace MaxPoolConvNet.Tests;

/// <summary>Options bind from configuration, as in appsettings.json. The program SmallPrograms/OptionsFromJson does it with the generated binder.</summary>
public class OptionBindingTests
{
    /// <summary>What no configuration can say.</summary>
    private static readonly string[] _inCode = [nameof(SaveOptions.ReferencedVectors), nameof(TrainingOptions.Tokenizer), nameof(TrainingOptions.Ranks), nameof(EmbeddingOptions.Vectors)];

    /// <summary>All options but <see cref="LoadOptions"/>, which has only what code can give.</summary>
    public static TheoryData<Type> Options =>
    [
        .. typeof(TrainingOptions).Assembly.GetExportedTypes().Where(type =>
            !type.IsAbstract && type != typeof(LoadOptions) && (type.Name.EndsWith("Options", StringComparison.Ordinal) || type == typeof(EarlyStopping) || type.IsAssignableTo(typeof(Optimizer)))),
    ];

    [Theory]
    [MemberData(nameof(Options))]
    public void EveryOption_IsBound(Type type)
    {
        var settings = new Dictionary<string, string?>();
        AddSettings(settings, "", type);

        object bound = Configuration(settings).Get(type)!;

        var read = new Dictionary<string, string?>();
        AddValues(read, "", bound);
        Assert.NotEmpty(settings);
        Assert.Equal(settings, read);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void EveryOption_CanBeSet(Type type) => Assert.All(
        type.GetProperties(), property => Assert.True(
            property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)),
            $"{property.Name} has no setter that the generated binder can call"));

    [Fact]
    public void WhatIsNotConfigured_StaysAsItIs()
    {
        TrainingOptions bound = Configuration(new() { ["Epochs"] = "4" }).Get<TrainingOptions>()!;

        Assert.Equal(new TrainingOptions { Epochs = 4 }.Resolve(100).ToString(), bound.Resolve(100).ToString());
        Assert.Equal([new FilterGroup(1), new FilterGroup(2), new FilterGroup(3)], bound.Network.Resolve().Filters!);
    }

    [Fact]
    public void AWidthAlone_HasTheUsualNumberOfFilters()
    {
        ConvNetOptions bound = Configuration(new() { ["Filters:0:Width"] = "5" }).Get<ConvNetOptions>()!;

        Assert.Equal([new FilterGroup(5, 100)], bound.Filters!);
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static void AddSettings(Dictionary<string, string?> settings, string path, Type type)
    {
        object usual = type == typeof(Optimizer) ? new AdaGrad() : Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => !_inCode.Contains(property.Name)))
            AddSetting(settings, path + property.Name, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, property.GetValue(usual));
    }

    /// <summary>Another value than the usual one.</summary>
    private static void AddSetting(Dictionary<string, string?> settings, string path, Type type, object? usual)
    {
        if (type == typeof(bool)) settings[path] = (usual is not true).ToString();
        else if (type == typeof(char)) settings[path] = ";";
        else if (type == typeof(int) || type == typeof(long) || type == typeof(ulong)) settings[path] = "7";
        else if (type == typeof(double)) settings[path] = "0.625";
        else if (type == typeof(string) || type == typeof(object)) settings[path] = "name";
        else if (type.IsEnum) settings[path] = Enum.GetNames(type).Last(name => name != usual?.ToString());
        else if (type == typeof(IReadOnlyDictionary<string, double>)) settings[path + ":spam"] = "2.5";
        else if (type == typeof(IReadOnlyDictionary<string, string>)) settings[path + ":author"] = "me";
        else if (type == typeof(IReadOnlyCollection<string>) || type == typeof(IReadOnlyList<string>)) settings[path + ":0"] = "word";
        else if (type == typeof(IReadOnlyList<FilterGroup>)) AddFilters(settings, path);
        else AddSettings(settings, path + ":", type);
    }

    private static void AddFilters(Dictionary<string, string?> settings, string path)
    {
        (settings[path + ":0:Width"], settings[path + ":0:Count"]) = ("2", "30");
        (settings[path + ":1:Width"], settings[path + ":1:Count"]) = ("9", "5");
    }

    private static void AddValues(Dictionary<string, string?> values, string path, object owner)
    {
        foreach (PropertyInfo property in owner.GetType().GetProperties().Where(property => !_inCode.Contains(property.Name)))
            AddValue(values, path + property.Name, property.GetValue(owner));
    }

    private static void AddValue(Dictionary<string, string?> values, string path, object? value)
    {
        switch (value)
        {
            case null or string:
                values[path] = (string?)value;
                break;
            case bool or char or IFormattable:
                values[path] = Convert.ToString(value, CultureInfo.InvariantCulture);
                break;
            case IReadOnlyDictionary<string, double> numbers:
                foreach ((string key, double number) in numbers)
                    AddValue(values, $"{path}:{key}", number);
                break;
            case IReadOnlyDictionary<string, string> strings:
                foreach ((string key, string text) in strings)
                    AddValue(values, $"{path}:{key}", text);
                break;
            case IEnumerable list:
                int at = 0;
                foreach (object item in list)
                    AddValue(values, $"{path}:{at++}", item);
                break;
            default:
                AddValues(values, path + ":", value);
                break;
        }
    }
}
