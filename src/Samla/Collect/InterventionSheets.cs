namespace Samla.Collect;

/// <summary>What the sheets and columns of the register's workbook are called.</summary>
internal static class InterventionSheets
{
    /// <summary>The sheet that says whose register in which round it is.</summary>
    public const string About = "Om filen";
    public const string Choices = "Val";
    public const string Id = "Id";
    public const string Revision = "Version";
    public const string InterventionId = "Insats-id";
    public const string InterventionName = "Insats";

    /// <summary>Marks reconstructed text in each row; it is not read.</summary>
    public const string Origin = "Ursprung";
    public const string Round = "Omgång";
    public const string Reporter = "Uppgiftslämnare";

    extension(InterventionPart part)
    {
        public string SheetName =>
            part switch
            {
                InterventionPart.Main => "Insatser",
                InterventionPart.Funding => "Medel",
                InterventionPart.Outputs => "Prestationer",
                InterventionPart.Outcomes => "Effekter",
            };

        /// <summary>What stands before the columns of the part: which intervention the row is about.</summary>
        public IReadOnlyList<string> KeyHeadings =>
            part == InterventionPart.Main ? [Id, Revision] : [InterventionId, InterventionName];
    }
}
