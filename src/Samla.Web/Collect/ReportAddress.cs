using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Where the pages of the step Collect are.</summary>
internal static class ReportAddress
{
    public static string Of(Key<Round> round) => $"/redovisa/{round}";

    public static string Of(Key<Round> round, Key<Reporter> reporter) => $"/redovisa/{round}/{reporter}";

    public static string SubmittedOf(Key<Round> round, Key<Reporter> reporter) => $"{Of(round, reporter)}/inlamnad";

    /// <summary>Where the script saves an answer.</summary>
    public static string Saving(Key<Round> round, Key<Reporter> reporter, Key<Requirement> requirement) =>
        $"/redovisa/{round}/{reporter}/svar/{requirement}";

    extension(ViewSubmission.Result view)
    {
        public string Tasks => Of(view.Round.Id, view.Reporter.Id);

        public string Checking => $"{view.Tasks}/kontrollera";

        public string Submitted => SubmittedOf(view.Round.Id, view.Reporter.Id);

        /// <summary>A submitted version's text as it was.</summary>
        public string VersionOf(int version) => $"{view.Submitted}?version={version}";

        /// <summary>A version's receipt, with its text after it.</summary>
        public string ReceiptOf(int version) => $"{view.Submitted}?kvitto={version}";

        /// <summary>Where the decision on a version is stated.</summary>
        public string DecisionOn(int version) => $"{view.Tasks}/beslut?version={version}";

        /// <summary>A submitted version as a file.</summary>
        public string WordVersion(int version) => $"{view.Tasks}/version-{version}.docx";

        /// <summary>The whole report as a PDF.</summary>
        public string PdfReport => $"{view.Tasks}/redovisning.pdf";

        /// <summary>A submitted version as a PDF.</summary>
        public string PdfVersion(int version) => $"{view.Tasks}/version-{version}.pdf";

        /// <summary>Where the submission is handed over to the round's recipient.</summary>
        public string Delivering => $"{view.Tasks}/overlamning";

        /// <summary>The file that was handed over.</summary>
        public string Delivered(Id<Delivery> delivery) => $"{view.Tasks}/overlamnat/{delivery}";

        /// <summary>Where the agency returns the submission for correction.</summary>
        public string Returning => $"{view.Tasks}/aterlamna";

        /// <summary>Where a filled-in template is read in.</summary>
        public string Word => $"{view.Tasks}/word";

        /// <summary>The reporter's own template as a file.</summary>
        public string WordTemplate => $"{view.Tasks}/mall.docx";

        /// <summary>The whole report as a file for reading.</summary>
        public string WordReport => $"{view.Tasks}/redovisning.docx";

        public string Section(ViewSubmission.SectionView section) => $"{view.Tasks}/{section.Section.Id}";

        /// <summary>The answers beside those of the round before.</summary>
        public string Comparison => $"{view.Tasks}/jamfor";

        /// <summary>Where a section is given to somebody.</summary>
        public string Delegation(ViewSubmission.SectionView section) => $"{view.Section(section)}/ansvar";

        /// <summary>What colleagues have said of an answer.</summary>
        public string Comments(ViewSubmission.Item item) => $"{view.Tasks}/svar/{item.Requirement.Id}/kommentarer";

        /// <summary>Where the script says who is on a section's page, and learns what others have saved.</summary>
        public string Presence(ViewSubmission.SectionView section) => $"{view.Section(section)}/narvaro";

        /// <summary>A requirement's own table.</summary>
        /// <param name="done">What has been done with it, as its page says.</param>
        public string Rows(ViewSubmission.SectionView section, ViewSubmission.Item item, string? done = null) =>
            $"{view.Section(section)}{(done is null ? "" : $"?{RowSheetForm.DoneName}={item.Anchor}:{done}")}#{item.Anchor}-rader";

        public string NewRow(ViewSubmission.Item item) => $"{view.Tasks}/svar/{item.Requirement.Id}/rader/ny";

        public string Row(ViewSubmission.Item item, Id<AnswerRow> row) =>
            $"{view.Tasks}/svar/{item.Requirement.Id}/rader/{row}";

        /// <summary>What a row has held.</summary>
        public string RowHistory(ViewSubmission.Item item, Id<AnswerRow> row) => $"{view.Row(item, row)}/historik";

        /// <summary>The texts that an answer has had.</summary>
        public string History(ViewSubmission.Item item) => $"{view.Tasks}/svar/{item.Requirement.Id}/historik";

        public string Field(ViewSubmission.SectionView section, ViewSubmission.Item item) =>
            $"{view.Section(section)}#{item.Anchor}";
    }

    extension(ViewSubmission.Item item)
    {
        public string Anchor => item.Requirement.Id.Value;
    }
}
