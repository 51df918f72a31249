using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>What a coding does to the number of its code, read off the data as they are: nothing needs to be remembered.</summary>
/// <param name="Row">The code and where the 21 stand.</param>
/// <param name="With">How many say it with the coding.</param>
/// <param name="Without">How many say it without the coding.</param>
public sealed record CodingEffect(CodeRow Row, int With, int Without)
{
    /// <summary>Whether the number depends on it.</summary>
    public bool Counts => With != Without;

    /// <summary>The word for those counted, as it goes with a number.</summary>
    public string Counted(int number) => Counted(Row.Code.Counts, number);

    /// <summary>The word for those counted of a kind, as it goes with a number.</summary>
    public static string Counted(ReporterKind kind, int number) =>
        (kind, number) switch
        {
            (ReporterKind.CountyBoard, 1) => "länsstyrelse",
            (ReporterKind.CountyBoard, _) => "länsstyrelser",
            (ReporterKind.Agency, 1) => "myndighet",
            (ReporterKind.Agency, _) => "myndigheter",
            (_, 1) => "region",
            _ => "regioner",
        };

    /// <summary>The effect of a coding that stands in a source.</summary>
    /// <param name="view">The source with its codings.</param>
    /// <param name="coding">One of them.</param>
    /// <param name="row">The coding's code.</param>
    public static CodingEffect Of(ViewSource.Result view, Coding coding, CodeRow row)
    {
        var others =
            view.Codings.Any(other => other.CodeId == coding.CodeId && other.Id != coding.Id)
            || view.Work.Attributions.Any(one => one.CodeId == coding.CodeId)
            || view.Elsewhere.Contains(coding.CodeId);
        var says = row.Standing.Says.Count;
        var isCounted = view.IsCurrent && view.County is { } county && row.Standing.Says.Contains(county) && !others;
        return new CodingEffect(row, says, isCounted ? says - 1 : says);
    }

    /// <summary>The effect of a coding that no longer stands in a source.</summary>
    public static CodingEffect OfRemoved(ViewSource.Result view, CodeRow row)
    {
        var says = row.Standing.Says.Count;
        var wasCounted =
            view.IsCurrent
            && view.County is { } county
            && !row.Standing.NotAsked.Contains(county)
            && !row.Standing.Says.Contains(county);
        return new CodingEffect(row, wasCounted ? says + 1 : says, says);
    }

    /// <summary>"Sju", as a sentence begins.</summary>
    public static string Word(int number) => SwedishText.Capitalized(Numeral.Write(number));
}
