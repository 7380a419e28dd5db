using System.Reflection;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A checkpoint is resumed by an optimizer that describes itself the same: so each must tell all of its options.</summary>
public class OptimizerDescriptionTests
{
    private static readonly Type[] _optimizers =
        [.. typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Optimizer)) && !type.IsAbstract)];

    public static TheoryData<Type> Optimizers { get; } = [.. _optimizers];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Describe_ChangesWithEveryOption(Type type)
    {
        var described = new HashSet<string> { New(type).Describe() };
        foreach (PropertyInfo option in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            Optimizer changed = New(type);
            option.SetValue(changed, (double)option.GetValue(changed)! * 0.75 + 0.0625);
            Assert.True(described.Add(changed.Describe()), $"{type.Name} describes itself the same whatever {option.Name} is: {changed.Describe()}");
        }
    }

    [Fact]
    public void Describe_TellsOptimizersApart() => Assert.Equal(
        ["AdaDelta, rate 1, 0.95, 1E-06", "AdaGrad, rate 0.05", "Adam, rate 0.001, 0.9, 0.999", "SGD, rate 0.1, momentum 0"],
        _optimizers.Select(type => New(type).Describe()).Order(StringComparer.Ordinal));

    private static Optimizer New(Type type) => (Optimizer)Activator.CreateInstance(type)!;
}
