namespace MaxPoolConvNet.Networks;

/// <summary>
/// A model with explicit gradients: what <see cref="ConvNet"/> is, what <see cref="GradientChecker"/> checks, and what you implement to have
/// a model of your own checked.
/// </summary>
/// <remarks>
/// <para>The symbols, the same everywhere in this library:</para>
/// <list type="table">
/// <listheader><term>symbol</term><description>meaning (shape)</description></listheader>
/// <item><term>n</term><description>words in a text</description></item>
/// <item><term>S</term><description>size of one word's vector: the vocabulary (one-hot words) or the dimension of an embedding or of given word vectors</description></item>
/// <item><term>E</term><description>the embedding, a vector for each word (words × S)</description></item>
/// <item><term>k</term><description>width of a filter's window, in words</description></item>
/// <item><term>F</term><description>number of filters of one width</description></item>
/// <item><term>x_m</term><description>the k word vectors from word m on, one after the other (Sk)</description></item>
/// <item><term>U</term><description>the filters, u_j in column j; row i·S + s is position i in the window, entry s of the word's vector (Sk × F)</description></item>
/// <item><term>z_mj</term><description>response of filter j to window m, x_m · u_j + b_j (windows × F)</description></item>
/// <item><term>h</term><description>pooled features, h_j = f(max_m z_mj), won by window m_j, the first of equal ones (F)</description></item>
/// <item><term>V</term><description>output weights (1 × F for a logistic output)</description></item>
/// <item><term>o</term><description>probability, σ(V·h)</description></item>
/// <item><term>L</term><description>log-likelihood of the label y, y·log o + (1 − y)·log(1 − o): maximised, so that gradients point uphill</description></item>
/// </list>
/// <para>An implementation may be read by many threads if it says so; setting a parameter's entries needs the model for oneself.</para>
/// </remarks>
public interface IModel
{
    /// <summary>All parameters, each with a name of its own.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Computes the text's probabilities, and keeps what <see cref="Backward"/> needs.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A pass that later calls don't change.</returns>
    ForwardPass Forward(TextInput text);

    /// <summary>∂L/∂θ for every parameter θ: the gradients of the log-likelihood, which is maximised. Changes nothing.</summary>
    /// <param name="pass">What <see cref="Forward"/> of this model returned, with the parameters as they still are.</param>
    /// <param name="target">The text's class, or the labels that apply to it.</param>
    /// <returns>A block for each of <see cref="Parameters"/>, by its name and in its shape.</returns>
    Gradients Backward(ForwardPass pass, Target target);
}
