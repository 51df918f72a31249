using System.Globalization;
using System.Text.Json;
using Samla.Common;

namespace Samla.Reference;

/// <summary>The register of strategies as files.</summary>
public static class StrategyRegisterFile
{
    private static readonly string[] Heads =
    [
        "region",
        "regionName",
        "name",
        "adopted",
        "horizon",
        .. StrategyRegister.Years.SelectMany(year => (string[])[$"status{year}", $"statusName{year}", $"note{year}"]),
    ];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="register">What is written.</param>
    public static void WriteCsv(Stream output, StrategyRegister register) =>
        Csv.Write(
            output,
            register
                .Lines.Select(line =>
                    (IEnumerable<string?>)
                        [
                            line.Region.ToString(),
                            line.RegionName,
                            Csv.Inert(line.Name),
                            Csv.Text(line.Adopted),
                            Csv.Text(line.Horizon),
                            .. StrategyRegister.Years.SelectMany(year =>
                                line.Standings[year] is var standing
                                    ? (string[])[standing.Id, standing.Label, Csv.Inert(standing.Note)]
                                    : []
                            ),
                        ]
                )
                .Prepend(Heads)
        );

    /// <param name="output">Is written to and left open.</param>
    /// <param name="register">What is written.</param>
    public static void WriteJson(Stream output, StrategyRegister register)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartArray();
        foreach (var line in register.Lines)
        {
            json.WriteStartObject();
            json.WriteString("region", line.Region.ToString());
            json.WriteString("regionName", line.RegionName);
            json.WriteString("name", line.Name);
            json.WriteNumber("adopted", line.Adopted);
            if (line.Horizon is { } horizon)
            {
                json.WriteNumber("horizon", horizon);
            }

            json.WriteStartObject("standings");
            foreach (var year in StrategyRegister.Years)
            {
                var standing = line.Standings[year];
                json.WriteStartObject(year.ToString(CultureInfo.InvariantCulture));
                json.WriteString("status", standing.Id);
                json.WriteString("statusName", standing.Label);
                json.WriteBoolean("isRevision", standing.IsRevision);
                json.WriteString("note", standing.Note);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
