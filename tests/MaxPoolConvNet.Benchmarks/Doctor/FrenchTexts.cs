namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>French sentences in the manner of parliamentary debates, composed at random from parts.</summary>
internal static class FrenchTexts
{
    private static readonly string[][] _parts =
    [
        [
            "Monsieur le Président", "La Commission européenne", "Le Conseil des ministres", "Notre groupe politique", "Le rapporteur",
            "Chaque État membre", "Le Parlement", "La directive sur les services", "Cette proposition de règlement", "Le budget de l'Union",
            "L'accord commercial", "La présidence suédoise", "Le commissaire chargé de l'agriculture", "La députée de l'opposition",
        ],
        [
            "doit prendre en compte", "a adopté hier soir", "souhaite améliorer rapidement", "ne peut pas accepter",
            "devrait examiner avec attention", "a rejeté à une large majorité", "propose de modifier", "risque de compromettre",
            "tient à défendre", "demande depuis longtemps",
        ],
        [
            "les droits des travailleurs", "la protection de l'environnement marin", "une politique commune de la pêche",
            "les petites et moyennes entreprises", "la situation des réfugiés", "le principe de subsidiarité",
            "les aides accordées aux régions", "la sécurité des produits alimentaires", "un nouveau cadre financier",
            "les amendements déposés par notre collègue", "la qualité de l'eau potable", "le marché intérieur de l'énergie",
        ],
        [
            "dans les plus brefs délais", "pour des raisons que chacun connaît", "avant la fin de l'année prochaine",
            "malgré les critiques de certains pays", "afin de garantir la transparence", "comme nous l'avons déjà dit",
            "et je m'en réjouis", "sans oublier les générations futures", "au cours des prochaines négociations",
            "parce que nos citoyens l'attendent",
        ],
    ];

    /// <summary>Different sentences.</summary>
    public static string[] Compose(int count, int seed)
    {
        var random = new Random(seed);
        HashSet<string> sentences = [];
        while (sentences.Count < count)
            sentences.Add($"{string.Join(' ', _parts.Select(part => part[random.Next(part.Length)]))} .");
        return [.. sentences];
    }
}
