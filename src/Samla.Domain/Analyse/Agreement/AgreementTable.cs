namespace Samla.Domain.Analyse;

/// <summary>What a coder gave a code to.</summary>
/// <param name="Coder">Who coded.</param>
/// <param name="Code">The code.</param>
/// <param name="Start">Offset of the passage in the text.</param>
/// <param name="Length">Length of the passage, at least 1.</param>
public sealed record CoderPassage(string Coder, Key<Code> Code, int Start, int Length);

/// <summary>A text that several coders read, each by themselves.</summary>
/// <param name="Length">In the same signs as the passages.</param>
/// <param name="Codes">Those that may be given to it; codes of other questions say nothing about agreement here.</param>
/// <param name="ReadBy">Those who read it to its end. Only of them is it known what they left uncoded.</param>
/// <param name="Passages">What they coded.</param>
public sealed record SharedText(
    int Length,
    IReadOnlyCollection<Key<Code>> Codes,
    IReadOnlyCollection<string> ReadBy,
    IReadOnlyList<CoderPassage> Passages
);

/// <summary>Agreement on whether a text says something, by each measure.</summary>
/// <param name="Units">How many judgements at least two coders made of the same thing.</param>
/// <param name="Percent">Without regard to chance.</param>
/// <param name="Kappa">Cohen's for two coders, Fleiss' for more.</param>
/// <param name="Alpha">Krippendorff's.</param>
/// <param name="Ac1">Gwet's.</param>
public sealed record AgreementSummary(
    int Units,
    Coefficient Percent,
    Coefficient Kappa,
    Coefficient Alpha,
    Coefficient Ac1
)
{
    public static AgreementSummary Of(Ratings ratings) =>
        new(
            ratings.CountsBy(2).Count,
            PercentAgreement.Of(ratings),
            ratings.Coders == 2 ? CohensKappa.Of(ratings) : FleissKappa.Of(ratings),
            KrippendorffsAlpha.Of(ratings),
            GwetsAc.Of(ratings)
        );
}

/// <summary>Agreement on a code at two levels.</summary>
/// <param name="Code">The code; null for all together.</param>
/// <param name="Texts">Whether the texts say it: the level that the counts in a report rest on.</param>
/// <param name="Characters">Krippendorff's αᵤ: which words say it.</param>
public sealed record AgreementRow(Key<Code>? Code, AgreementSummary Texts, Coefficient Characters);

/// <summary>How well coders agree who read the same texts, for each code and for all together.</summary>
/// <param name="Codes">In the order they were asked for.</param>
/// <param name="All">Each text with each of its codes is a unit; and all texts after one another the continuum.</param>
public sealed record AgreementTable(IReadOnlyList<AgreementRow> Codes, AgreementRow All)
{
    private const int Silent = 0;
    private const int Says = 1;

    /// <param name="coders">Whose agreement is asked for; what others coded is passed over.</param>
    /// <param name="codes">The codes to compare them by.</param>
    /// <param name="texts">The texts they shared.</param>
    public static AgreementTable Of(
        IReadOnlyList<string> coders,
        IReadOnlyList<Key<Code>> codes,
        IReadOnlyList<SharedText> texts
    ) =>
        new(
            [.. codes.Select(code => Row(code, [code], [.. texts.Where(text => text.Codes.Contains(code))], coders))],
            Row(null, codes, texts, coders)
        );

    private static AgreementRow Row(
        Key<Code>? name,
        IReadOnlyList<Key<Code>> codes,
        IReadOnlyList<SharedText> texts,
        IReadOnlyList<string> coders
    ) =>
        new(
            name,
            AgreementSummary.Of(RatingsOf(coders, codes, texts)),
            UnitizingAlpha.Of(UnitizingOf(coders, codes, texts))
        );

    /// <summary>A unit for each text and each of the codes that may be given to it: says, silent, or not read.</summary>
    public static Ratings RatingsOf(
        IReadOnlyList<string> coders,
        IReadOnlyList<Key<Code>> codes,
        IReadOnlyList<SharedText> texts
    ) =>
        Ratings.Of(
            categories: 2,
            coders.Count,
            from text in texts
            let given = text.Passages.Select(passage => (passage.Coder, passage.Code)).ToHashSet()
            from code in codes
            where text.Codes.Contains(code)
            select (IReadOnlyList<int?>)
                [.. coders.Select(coder => Judgement(text, given.Contains((coder, code)), coder))]
        );

    // As in the matrix: a coded passage has been read, whether or not the coder got to the end.
    private static int? Judgement(SharedText text, bool isGiven, string coder) =>
        isGiven ? Says
        : text.ReadBy.Contains(coder) ? Silent
        : null;

    /// <summary>
    /// The texts after one another as one continuum. A text that not all have read to its end is left out, since αᵤ knows of no
    /// missing judgements.
    /// </summary>
    public static Unitizing UnitizingOf(
        IReadOnlyList<string> coders,
        IReadOnlyList<Key<Code>> codes,
        IReadOnlyList<SharedText> texts
    )
    {
        var units = coders.ToDictionary(coder => coder, _ => new List<Unit>());
        var wanted = codes.ToHashSet();
        var at = 0;
        foreach (var text in texts.Where(text => coders.All(text.ReadBy.Contains)))
        {
            foreach (var passage in text.Passages.Where(passage => units.ContainsKey(passage.Coder)))
            {
                if (!wanted.Contains(passage.Code) || !text.Codes.Contains(passage.Code))
                {
                    continue;
                }

                if (passage.Start + passage.Length > text.Length)
                {
                    throw new ArgumentException("A passage reaches outside its text.", nameof(texts));
                }

                units[passage.Coder].Add(new(at + passage.Start, passage.Length, passage.Code.Value));
            }

            at += text.Length;
        }

        return Unitizing.Of(at, coders.Select(coder => units[coder]));
    }
}
