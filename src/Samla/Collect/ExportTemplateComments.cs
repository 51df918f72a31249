using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What was said about a draft, and answered, as a workbook for the register of documents: a table in text would let a comment pass for a formula.</summary>
public sealed class ExportTemplateComments(SamlaDb db, ActorNames names)
{
    private static readonly string[] Columns =
    [
        "gäller",
        "rubrik",
        "beteckning",
        "från",
        "namn",
        "inkom",
        "synpunkt",
        "återtagen",
        "svar",
        "ändrat",
        "besvarad",
        "besvarad av",
    ];

    /// <returns>XLSX; null where the template has not been consulted on.</returns>
    public async Task<byte[]?> Run(Key<Template> id, CancellationToken cancellation)
    {
        if (!await db.TemplateConsultations.AnyAsync(consultation => consultation.TemplateId == id, cancellation))
        {
            return null;
        }

        var found = await (
            from comment in db.TemplateComments.AsNoTracking()
            join reporter in db.Reporters.AsNoTracking()
                on comment.ReporterId equals (Key<Reporter>?)reporter.Id
                into reporters
            from reporter in reporters.DefaultIfEmpty()
            where comment.TemplateId == id
            orderby comment.WrittenAt, comment.Id
            select new { comment, Name = reporter == null ? null : reporter.Name }
        ).ToListAsync(cancellation);
        var people = await names.Run(
            found.SelectMany(one => new[] { one.comment.WrittenBy, one.comment.AnsweredBy }.OfType<string>()),
            cancellation
        );
        using var output = new MemoryStream();
        using (var writer = new WorkbookWriter(output))
        {
            writer.AddSheet("Synpunkter", Columns, [.. found.Select(one => Row(one.comment, one.Name, people))], []);
        }

        return output.ToArray();
    }

    private static IReadOnlyList<object> Row(
        TemplateComment comment,
        string? reporter,
        IReadOnlyDictionary<string, string> people
    ) =>
        [
            .. (
                (string?[])
                    [
                        comment.RequirementId is not null ? "krav"
                        : comment.SectionId is not null ? "avsnitt"
                        : "hela mallen",
                        comment.Title,
                        comment.RequirementId?.Value ?? comment.SectionId?.Value,
                        AccountWords.HomeOf(Roles.Ministry, reporter),
                        people[comment.WrittenBy],
                        Time(comment.WrittenAt),
                        comment.Text,
                        Time(comment.WithdrawnAt),
                        comment.Answer,
                        comment.IsHeeded switch
                        {
                            true => "ja",
                            false => "nej",
                            null => null,
                        },
                        Time(comment.AnsweredAt),
                        comment.AnsweredBy is { } by ? people[by] : null,
                    ]
            ).Select(text => text ?? ""),
        ];

    private static string? Time(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
