using Microsoft.EntityFrameworkCore.Migrations;

namespace Samla.Storage;

/// <summary>Sums the decisions that a database held before there were sums. Part of migrations: each stays as it was when that was made.</summary>
internal static class FillGrantSums
{
    private static readonly (string Dimension, string Key)[] Dimensions =
    [
        ("Area", "\"Area\""),
        ("Priority", "\"Priority\""),
        ("PaymentYear", "CAST(\"PaymentYear\" AS varchar(80))"),
        ("Form", "\"Form\""),
        ("Fund", "\"Fund\""),
        ("Applicant", "\"Applicant\""),
        ("Sex", "\"Sex\""),
        ("Industry", "SUBSTR(\"Industry\", 1, 2)"),
        ("Municipality", "\"Municipality\""),
    ];

    /// <param name="migration">What is added to.</param>
    /// <param name="no">How the engine writes that something is not so.</param>
    /// <param name="yes">And that it is.</param>
    public static void Run(MigrationBuilder migration, string no, string yes) => Fill(migration, no, yes, Dimensions);

    /// <summary>By what decisions answer of sustainability and of their chain of results, which there were no sums of at first.</summary>
    /// <inheritdoc cref="Run"/>
    public static void RunAnswers(MigrationBuilder migration, string no, string yes) =>
        Fill(
            migration,
            no,
            yes,
            [
                (
                    "ResultsChain",
                    $"CASE WHEN \"HasResultsChain\" = {yes} THEN 'yes' WHEN \"HasResultsChain\" = {no} THEN 'no' END"
                ),
                .. ((string[])["Economic", "Social", "Environmental"]).Select(column =>
                    (column, $"CAST(\"{column}\" AS varchar(80))")
                ),
            ]
        );

    private static void Fill(
        MigrationBuilder migration,
        string no,
        string yes,
        IEnumerable<(string Dimension, string Key)> dimensions
    )
    {
        foreach (var (dimension, key) in dimensions)
        {
            migration.Sql(
                $"""
                INSERT INTO "GrantSums" ("Dimension", "Number", "Key", "County", "DecisionYear", "IsTransport", "Granted", "Paid", "Cases", "TotalCost", "GrantedWithCost", "FundAmount")
                SELECT '{dimension}', ROW_NUMBER() OVER (ORDER BY "DecisionYear", "County", "Key"), "Key", "County", "DecisionYear", "IsTransport",
                    SUM("Granted"), SUM("Paid"), COUNT(DISTINCT "Case"), COALESCE(SUM("TotalCost"), 0),
                    COALESCE(SUM(CASE WHEN "TotalCost" IS NOT NULL THEN "Granted" END), 0), COALESCE(SUM("FundAmount"), 0)
                FROM (
                    SELECT "GrantRows".*, {key} AS "Key", CASE WHEN "Form" = 'Transport' THEN {yes} ELSE {no} END AS "IsTransport"
                    FROM "GrantRows" WHERE "ReplacedBy" IS NULL
                ) AS "Current"
                GROUP BY "Key", "County", "DecisionYear", "IsTransport"
                """
            );
        }
    }
}
