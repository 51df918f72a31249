using System.Text;
using Samla.Domain.Grants;
using Samla.Grants;
using Samla.Tests.Testing;

namespace Samla.Tests.Grants;

/// <summary>Small files of decisions, and what becomes of them.</summary>
internal static class GrantFiles
{
    public const string Heads = "case,county,decisionYear,area,granted,paid";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    extension(TestDatabase database)
    {
        public async Task<ImportGrants.Outcome> ReadIn(
            byte[] content,
            ColumnMapping? mapping = null,
            bool isDryRun = false,
            bool isMadeUp = false
        )
        {
            using var file = new MemoryStream(content);
            return await database.Ask(
                (ImportGrants import) =>
                    import.Run("beslut.csv", file, mapping ?? ColumnMapping.Default, isDryRun, "Åsa", Stop, isMadeUp)
            );
        }

        public async Task<ImportGrants.Result> ReadIn(
            string content,
            ColumnMapping? mapping = null,
            bool isDryRun = false,
            bool isMadeUp = false
        ) =>
            Assert
                .IsType<ImportGrants.Outcome.Read>(
                    await database.ReadIn(Encoding.UTF8.GetBytes(content), mapping, isDryRun, isMadeUp)
                )
                .Result;

        public async Task<string> RefusalOf(byte[] content, ColumnMapping? mapping = null) =>
            Assert.IsType<ImportGrants.Outcome.Refused>(await database.ReadIn(content, mapping)).Message;

        public Task<SumGrants.Result> Sum(GrantCut cut) => database.Ask((SumGrants sum) => sum.Run(cut, Stop));

        public Task<SumGrants.Result> Sum(params GrantDimension[] by) => database.Sum(new GrantCut(by));
    }

    public static string Of(params string[] rows) => $"{Heads}\n{string.Join('\n', rows)}\n";

    public static ColumnMapping Mapping(string json) => ColumnMapping.Read(json).Mapping!;

    /// <summary>Which rows are rejected for which field.</summary>
    public static IEnumerable<(int Row, string Field)> Places(this ImportGrants.Result result) =>
        result.Rejected.Select(one => (one.Row, one.Field.Id));
}
