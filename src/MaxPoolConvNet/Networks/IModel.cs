namespace MaxPoolConvNet.Networks;

/// <summary>A model with explicit gradients.</summary>
/// <remarks>
/// <para>
/// <see cref="ConvNet"/> implements it and <see cref="GradientChecker"/> checks it. Implement it to check the gradients of a custom model.
/// </para>
/// <para>The symbols, the same everywhere in this library:</para>
/// <list type="table">
/// <listheader><term>symbol</term><description>meaning (shape)</description></listheader>
/// <item><term>n</term><description>words in a text</description></item>
/// <item><term>S</term>
/// <description>size of one word's vector: the vocabulary size (one-hot words) or the dimension of the word vectors</description></item>
/// <item><term>E</term><description>the embedding, one vector per word (words × S)</description></item>
/// <item><term>k</term><description>width of a filter's window, in words</description></item>
/// <item><term>F</term><description>number of filters of one width</description></item>
/// <item><term>x_m</term><description>the concatenated vectors of the k words from word m on (Sk)</description></item>
/// <item><term>U</term>
/// <description>the filters, u_j in column j; row i·S + s is position i in the window, entry s of the word's vector (Sk ×
/// F)</description></item>
/// <item><term>z_mj</term><description>response of filter j to window m, x_m · u_j + b_j (windows × F)</description></item>
/// <item><term>h</term>
/// <description>pooled features, h_j = f(max_m z_mj), won by window m_j, the first of equal ones (F)</description></item>
/// <item><term>V</term><description>output weights (1 × F for a logistic output)</description></item>
/// <item><term>o</term><description>probability, σ(V·h)</description></item>
/// <item><term>L</term>
/// <description>log-likelihood of the label y, y·log o + (1 − y)·log(1 − o); it is maximized, so gradients point
/// uphill</description></item>
/// </list>
/// <para>An implementation may document that reading is thread-safe; setting a parameter requires exclusive access to the model.</para>
/// </remarks>
public interface IModel
{
    /// <summary>All parameters, each with a unique name.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Computes the probabilities of a text and stores what <see cref="Backward"/> needs.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A pass; later calls don't change it.</returns>
    ForwardPass Forward(TextInput text);

    /// <summary>
    /// Computes ∂L/∂θ for every parameter θ: the gradients of the log-likelihood, which is maximized. Changes nothing.
    /// </summary>
    /// <param name="pass">The result of this model's <see cref="Forward"/> with the parameters unchanged since.</param>
    /// <param name="target">The text's class or, for a multi-label output, the labels that apply.</param>
    /// <returns>One block per parameter, with its name and shape.</returns>
    Gradients Backward(ForwardPass pass, Target target);
}
