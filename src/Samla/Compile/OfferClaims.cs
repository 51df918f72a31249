using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>The claims that an author can put in a chapter, and what one would say.</summary>
public sealed class OfferClaims(SamlaDb db, ReadMatrix matrix, ComposeReport compose, RegionGroups groups)
{
    /// <param name="Code">The code's key, as a marker names it.</param>
    /// <param name="Label">The code's name.</param>
    /// <param name="Section">The section that it belongs to; null for codes about documents and no question.</param>
    /// <param name="Words">How many say it now: "Sju regioner".</param>
    public sealed record Offer(string Code, string Label, string? Section, string Words);

    /// <param name="Words">The words of number, or the names.</param>
    /// <param name="Note">The footnote's text, or what a comparison rests on; null where there is neither.</param>
    /// <param name="Alarms">What an author should know, in Swedish.</param>
    public sealed record Said(string Words, string? Note, IReadOnlyList<string> Alarms);

    /// <summary>Every code that can be counted, those of what a chapter rests on first; null where there is no such round.</summary>
    public async Task<IReadOnlyList<Offer>?> All(
        Key<Round> round,
        Key<Chapter> chapterId,
        CancellationToken cancellation
    )
    {
        if (await matrix.Run(round, cancellation) is not { } rows)
        {
            return null;
        }

        var chapter = await db.ChaptersOf(round)
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == chapterId, cancellation);
        var sections = await (
            from requirement in db.Requirements
            join section in db.Sections
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            where db.Rounds.Any(one => one.Id == round && one.TemplateId == requirement.TemplateId)
            select new { requirement.Id, section.Title }
        ).ToDictionaryAsync(one => one.Id, one => one.Title, cancellation);
        var codes = rows.ToDictionary(row => row.Code.Id);
        return
        [
            .. from row in rows
            where row.Code.Withheld is null
            let who = new Who.Says(row.Code.Id)
            let counted = (CountedWho.Of(who, codes, groups) as CountedWho.Outcome.Found)?.Counted
            where counted is not null
            let about = row.Code.RequirementId
            orderby about is null || chapter?.RestsOn.Contains(about) != true
            select new Offer(
                row.Code.Id.Value,
                row.Code.Label,
                about is null ? null : sections.GetValueOrDefault(about),
                ClaimWording.Of(new Marker.Count(who, Word: null, HasNote: true), counted).Words.BeforeMark
            ),
        ];
    }

    /// <summary>What a marker would say, at the beginning of a sentence; null where there is no such round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="marker">What stands between the braces.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Said?> One(Key<Round> round, string marker, CancellationToken cancellation)
    {
        if (marker.Length > Who.MaxLength || marker.AsSpan().ContainsAny("{}\r\n"))
        {
            return new Said("", null, ["Markören är för lång, eller har tecken som inte kan stå i den."]);
        }

        var chapter = new Chapter
        {
            RoundId = round,
            Id = Key<Chapter>.Parse("markor", null),
            Number = 1,
            Text = $"# Markör\n\n{{{{{marker}}}}}\n",
            Revision = 0,
        };
        if (await compose.Run(round, [chapter], cancellation) is not { Chapters: [var composed] })
        {
            return null;
        }

        var said = composed.Blocks.SelectMany(block => block.Inlines).FirstOrDefault();
        return new Said(
            said?.Plain ?? "",
            said switch
            {
                ReportInline.Counted(var claim) => claim.NoteText,
                ReportInline.Compared(var comparison) => comparison.Told,
                ReportInline.Amount(var amount) => amount.Told,
                _ => null,
            },
            [.. composed.Alarms.Select(alarm => alarm.Message)]
        );
    }
}
