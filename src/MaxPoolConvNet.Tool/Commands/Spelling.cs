namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Suggests a correction of a misspelled word.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the words; null if none is near.</summary>
    public static string? Nearest(string given, IEnumerable<string> words)
    {
        (string Word, int Distance)[] near = [.. words.Select(word => (word, Distance(given, word))).OrderBy(word => word.Item2)];
        return near.Length > 0 && near[0].Distance <= Math.Max(1, given.Length / 4) ? near[0].Word : null;
    }

    /// <summary>The number of letters to insert, delete, replace, or swap with a neighbor (Damerau 1964, Levenshtein 1966).</summary>
    public static int Distance(string first, string second)
    {
        int[,] distance = new int[first.Length + 1, second.Length + 1];
        for (int i = 0; i <= first.Length; i++)
        {
            for (int j = 0; j <= second.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int replaced = distance[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                int least = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                bool isExchange = i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1];
                distance[i, j] = isExchange ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
            }
        }

        return distance[first.Length, second.Length];
    }
}
