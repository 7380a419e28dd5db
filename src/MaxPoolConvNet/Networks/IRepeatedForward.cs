namespace MaxPoolConvNet.Networks;

/// <summary>A model that can make pass after pass without new memory for each.</summary>
internal interface IRepeatedForward
{
    /// <summary>A forward pass in the memory of an earlier one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="givenUp">A pass of this model, which is not read any more.</param>
    /// <returns>The new pass.</returns>
    ForwardPass ForwardAgain(TextInput text, ForwardPass givenUp);
}
