namespace MaxPoolConvNet.Tests.Text;

/// <summary>Where a file has its labels.</summary>
public enum FormOrder
{
    LabelFirst,
    LabelLast,

    /// <summary>In the column that the header or the properties name as the text's.</summary>
    Swapped,
}
