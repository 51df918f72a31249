using Samla.Collect;
using Samla.Common;

namespace Samla.Web.Collect;

/// <summary>What a reporter answered in the round before, beside what it writes now.</summary>
internal static class EarlierAnswer
{
    /// <summary>Per cent: an answer of which this much was there before is as good as unchanged.</summary>
    public const int NearlyUnchanged = 95;

    extension(FindPredecessors.Predecessors earlier)
    {
        /// <summary>All that was answered then, to begin from; empty where nothing was.</summary>
        public string Text =>
            string.Join(
                "\n\n",
                earlier.Earlier.Select(one => one.Text).OfType<string>().Where(text => text.Length > 0)
            );

        /// <summary>How much of an answer was there before, in whole per cent; null where there is nothing to lay side by side.</summary>
        public int? PercentKeptIn(string answer) =>
            earlier.Text is { Length: > 0 } before && answer.Length > 0
                ? TextDifference.PercentKept(before, answer)
                : null;
    }

    extension(ViewSubmission.Result view)
    {
        /// <summary>The answers that can be laid beside what was answered before, with how much of each was there.</summary>
        public IReadOnlyList<(SectionItem One, FindPredecessors.Predecessors Earlier, int Kept)> BesideEarlier(
            FindPredecessors.Result before
        ) =>
            [
                .. from one in view.All
                let earlier = before.OfRequirement.GetValueOrDefault(one.Item.Requirement.Id)
                let kept = earlier?.PercentKeptIn(one.Item.Text)
                where kept is not null
                select (one, earlier!, kept!.Value),
            ];
    }

    /// <summary>An answer that is being written, with all of the round before put in: after what is there already.</summary>
    public static string Carried(string written, string earlier) =>
        string.IsNullOrWhiteSpace(written) ? earlier : $"{written.TrimEnd()}\n\n{earlier}";
}
