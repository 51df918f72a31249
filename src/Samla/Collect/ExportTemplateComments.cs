using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What was said about a draft, and answered, as a table for the register of documents (CSV).</summary>
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

    /// <returns>In UTF-8; null where the template has not been consulted on.</returns>
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
        Csv.Write(output, [Columns, .. found.Select(one => Row(one.comment, one.Name, people).Select(InCell))]);
        return output.ToArray();
    }

    private static IEnumerable<string?> Row(
        TemplateComment comment,
        string? reporter,
        IReadOnlyDictionary<string, string> people
    ) =>
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
        ];

    // A program that opens the table would take the text of somebody else for a formula.
    private static string? InCell(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

    private static string? Time(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
