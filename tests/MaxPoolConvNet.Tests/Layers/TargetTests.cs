using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class TargetTests
{
    [Fact]
    public void Default_IsClassZero()
    {
        Assert.Equal(Target.OfClass(0), default);
        Assert.Equal((0, false), (default(Target).Class, default(Target).IsSet));
        Assert.Equal([0], default(Target).Classes);
    }

    [Fact]
    public void Sets_AreEqualWhateverTheOrderTheyWereGivenIn()
    {
        Target one = Target.OfClasses(5, 0, 2);
        Target other = Target.OfClasses(0, 2, 5);

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal([0, 2, 5], one.Classes);
        Assert.NotEqual(one, Target.OfClasses(0, 2));
        Assert.Equal(Target.OfClasses(), Target.OfClasses());
        Assert.NotEqual(Target.OfClasses(), default);
    }

    [Fact]
    public void AClass_IsNotTheSetOfItAlone()
    {
        Assert.NotEqual(Target.OfClass(3), Target.OfClasses(3));
        Assert.Equal(Target.OfClass(3).Classes, Target.OfClasses(3).Classes);
        Assert.NotEqual(Target.OfClass(3), Target.OfClass(4));
    }

    [Fact]
    public void Contains_TellsWhichClassesApply()
    {
        Assert.Equal([1, 3], Enumerable.Range(0, 6).Where(Target.OfClasses(3, 1).Contains));
        Assert.Equal([4], Enumerable.Range(0, 6).Where(Target.OfClass(4).Contains));
        Assert.DoesNotContain(Enumerable.Range(0, 6), Target.OfClasses().Contains);
    }

    [Fact]
    public void ToString_ShowsWhatItIs()
    {
        Assert.Equal("class 3", Target.OfClass(3).ToString());
        Assert.Equal("classes {0, 2}", Target.OfClasses(2, 0).ToString());
        Assert.Equal("classes {}", Target.OfClasses().ToString());
    }

    [Fact]
    public void TheClassOfASet_IsAnErrorRatherThanALie() =>
        Assert.Equal(
            "the target is the set classes {2}; only a target made by OfClass has a Class",
            Assert.Throws<InvalidOperationException>(() => Target.OfClasses(2).Class).Message);

    [Fact]
    public void WhatIsNoSetOfClasses_IsNamed()
    {
        Assert.Equal("the class 2 is there twice (Parameter 'classIndices')", Assert.Throws<ArgumentException>(() => Target.OfClasses(2, 1, 2)).Message);
        Assert.Equal("classIndices", Assert.Throws<ArgumentOutOfRangeException>(() => Target.OfClasses(2, -1)).ParamName);
        Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => Target.OfClass(-1)).ParamName);
    }
}
