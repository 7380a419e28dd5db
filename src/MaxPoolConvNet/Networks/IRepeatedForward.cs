namespace MaxPoolConvNet.Networks;

/// <summary>A model that can run many forward passes without allocating memory for each.</summary>
internal interface IRepeatedForward
{
    /// <summary>Runs a forward pass in the memory of an earlier one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="givenUp">A pass of this model that is no longer read.</param>
    /// <returns>The new pass.</returns>
    ForwardPass ForwardAgain(TextInput text, ForwardPass givenUp);
}
