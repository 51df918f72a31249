using Samla.Collect;

namespace Samla.Web.Collect;

/// <summary>How far an answer has come.</summary>
public enum AnswerState
{
    NotStarted,

    /// <summary>Written, and never submitted.</summary>
    Started,

    /// <summary>As in the latest version.</summary>
    Submitted,

    /// <summary>Another text than in the latest version, or taken away.</summary>
    Changed,
}

/// <summary>What a reporter needs to know of its answers.</summary>
internal static class AnswerStates
{
    extension(ViewSubmission.Item item)
    {
        public string Text => item.Draft?.Text ?? "";

        public bool IsTooLong => item.Over > 0 || item.HasTooLongRows;

        /// <summary>Whether a row of its table has a text that is too long.</summary>
        public bool HasTooLongRows => item.Table?.TooLong.Any() == true;

        /// <summary>The class of its part of the section's bar: done, half done, wrong or empty.</summary>
        public string SegmentLook =>
            item.IsTooLong
                ? "x"
                : item.State switch
                {
                    AnswerState.NotStarted => "",
                    AnswerState.Started or AnswerState.Changed => "p",
                    AnswerState.Submitted => "d",
                };

        /// <summary>The class of the words about it: what asks for something stands out.</summary>
        public string? WordLook =>
            item.IsTooLong ? "over"
            : item.State == AnswerState.Changed ? "changed"
            : item.State == AnswerState.Started ? "started"
            : null;

        public AnswerState State =>
            item switch
            {
                { Submitted: null, IsChanged: false, AreInterventionsHandedIn: null } => AnswerState.NotStarted,
                { Submitted: null, IsChanged: false, AreInterventionsHandedIn: true } => AnswerState.Submitted,
                { Submitted: null } => AnswerState.Started,
                { IsChanged: true } => AnswerState.Changed,
                _ => AnswerState.Submitted,
            };
    }

    extension(AnswerState state)
    {
        /// <summary>The class that a tag has.</summary>
        public string TagLook =>
            state switch
            {
                AnswerState.NotStarted => "",
                AnswerState.Started => "s-tag-arg",
                AnswerState.Submitted => "s-tag-ok",
                AnswerState.Changed => "s-tag-warn",
            };
    }

    extension(ViewSubmission.SectionView section)
    {
        public int Answered => section.Items.Count(item => item.IsAnswered);

        /// <summary>What is left to do comes before what is done.</summary>
        public AnswerState State =>
            section switch
            {
                _ when Has(section, AnswerState.Changed) => AnswerState.Changed,
                _ when Has(section, AnswerState.Started) => Has(section, AnswerState.Submitted)
                    ? AnswerState.Changed
                    : AnswerState.Started,
                _ when Has(section, AnswerState.Submitted) => AnswerState.Submitted,
                _ => AnswerState.NotStarted,
            };
    }

    extension(ViewSubmission.Result view)
    {
        public IEnumerable<SectionItem> All =>
            view.Sections.SelectMany(section => section.Items.Select(item => new SectionItem(section, item)));

        public IReadOnlyList<SectionItem> Changed => [.. view.All.Where(one => one.Item.IsChanged)];

        public IReadOnlyList<SectionItem> TooLong => [.. view.All.Where(one => one.Item.IsTooLong)];

        /// <summary>The answers whose tables have rows that lack something.</summary>
        public IReadOnlyList<SectionItem> Incomplete =>
            [.. view.All.Where(one => one.Item.Table?.Incomplete.Any() == true)];

        public IReadOnlyList<SectionItem> Unanswered =>
            [.. view.All.Where(one => one.Item is { IsAnswered: false, Requirement.IsOptional: false })];
    }

    private static bool Has(ViewSubmission.SectionView section, AnswerState state) =>
        section.Items.Any(item => item.State == state);
}

/// <summary>A requirement in its section.</summary>
public sealed record SectionItem(ViewSubmission.SectionView Section, ViewSubmission.Item Item);
