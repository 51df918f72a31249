using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>The Swedish of reading in files.</summary>
internal static class WordWords
{
    /// <summary>Says so where a file is not of the page's round and reporter; null where it is.</summary>
    public static string? OfAnother(ViewSubmission.Result view, SubmissionFile file)
    {
        if (file.Round == view.Round.Id && file.Reporter == view.Reporter.Id)
        {
            return null;
        }

        var whose =
            file.Reporter == view.Reporter.Id ? $"omgång {file.Round}"
            : NameOf(file.Reporter) is { } name ? $"{name} i omgång {file.Round}"
            : $"en annan uppgiftslämnare i omgång {file.Round}";
        return $"Filen gäller {whose}, och den här sidan {view.Reporter.Name} i omgång {view.Round.Id}. Läs in den på den redovisningens sida, eller välj en annan fil.";
    }

    private static string? NameOf(Key<Reporter> key) =>
        Regions
            .All.SelectMany(region => (Reporter[])[Reporter.Of(region), Reporter.OfCountyBoard(region)])
            .FirstOrDefault(reporter => reporter.Id == key)
            ?.Name;
}
