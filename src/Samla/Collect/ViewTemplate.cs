using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A template as somebody may see it: what it asks, how it stands, and what has been said about it.</summary>
public sealed class ViewTemplate(SamlaDb db, ActorNames names, TimeProvider clock)
{
    /// <param name="Id">The template.</param>
    /// <param name="File">What it says.</param>
    /// <param name="PublishedAt">Null for a draft.</param>
    /// <param name="Basis">The template that it is based on; null where there is none.</param>
    /// <param name="Rounds">Those that ask it.</param>
    /// <param name="Frozen">Why it cannot be changed, in Swedish; null where it can.</param>
    /// <param name="Gaps">What it does not have yet and must have before it is published.</param>
    /// <param name="Consultation">Null where there is none.</param>
    /// <param name="IsOpen">Whether comments are taken now.</param>
    /// <param name="MayComment">Whether the one who looks may comment now.</param>
    /// <param name="Comments">In the order they were written, without those that were taken back.</param>
    public sealed record Result(
        Key<Template> Id,
        TemplateFile File,
        DateTimeOffset? PublishedAt,
        Named? Basis,
        IReadOnlyList<string> Rounds,
        string? Frozen,
        IReadOnlyList<TemplateFault> Gaps,
        TemplateConsultation? Consultation,
        bool IsOpen,
        bool MayComment,
        IReadOnlyList<Comment> Comments
    )
    {
        /// <summary>Changes with every change; <see cref="EditTemplate"/> asks for it.</summary>
        public string Token { get; } = File.Token;
    }

    /// <summary>Another template, for a link.</summary>
    public sealed record Named(Key<Template> Id, string Title);

    /// <param name="Said">The comment.</param>
    /// <param name="By">Who wrote it.</param>
    /// <param name="For">For whom.</param>
    /// <param name="AnsweredBy">Who answered it; null as long as nobody has.</param>
    /// <param name="IsOwn">Whether the one who looks wrote it.</param>
    public sealed record Comment(TemplateComment Said, string By, string For, string? AnsweredBy, bool IsOwn);

    /// <summary>Null where there is no such template, or it is not the visitor's to read.</summary>
    public async Task<Result?> Run(Visitor visitor, Key<Template> id, CancellationToken cancellation)
    {
        if (await db.WholeTemplate(id, cancellation) is not { } template)
        {
            return null;
        }

        var consultation = await db
            .TemplateConsultations.AsNoTracking()
            .Include(one => one.Reporters)
            .SingleOrDefaultAsync(one => one.TemplateId == id, cancellation);
        if (!visitor.MayRead(template.State, consultation))
        {
            return null;
        }

        var file = TemplateFile.Of(template);
        var isOpen = template.PublishedAt is null && consultation?.IsBefore(clock.GetUtcNow()) == true;
        return new Result(
            id,
            file,
            template.PublishedAt,
            await db
                .Templates.Where(basis => basis.Id == template.BasedOn)
                .Select(basis => new Named(basis.Id, basis.Title))
                .SingleOrDefaultAsync(cancellation),
            await db
                .Rounds.Where(round => round.TemplateId == id)
                .OrderBy(round => round.PeriodEnd)
                .Select(round => round.Title)
                .ToListAsync(cancellation),
            await db.WhyFrozen(template, cancellation),
            [.. TemplateChecks.Of(file)],
            consultation,
            isOpen,
            isOpen && visitor.IsConsulted(consultation),
            consultation is not null
            && (visitor.May(Permission.ReadTemplateDrafts) || visitor.IsConsulted(consultation))
                ? await Comments(visitor, id, cancellation)
                : []
        );
    }

    private async Task<IReadOnlyList<Comment>> Comments(
        Visitor visitor,
        Key<Template> id,
        CancellationToken cancellation
    )
    {
        var found = await (
            from comment in db.TemplateComments.AsNoTracking()
            join reporter in db.Reporters.AsNoTracking()
                on comment.ReporterId equals (Key<Reporter>?)reporter.Id
                into reporters
            from reporter in reporters.DefaultIfEmpty()
            where comment.TemplateId == id && comment.WithdrawnAt == null
            orderby comment.WrittenAt, comment.Id
            select new { comment, Name = reporter == null ? null : reporter.Name }
        ).ToListAsync(cancellation);
        var people = await names.Run(
            found
                .Select(one => one.comment.WrittenBy)
                .Concat(found.Select(one => one.comment.AnsweredBy).OfType<string>()),
            cancellation
        );
        return
        [
            .. found.Select(one => new Comment(
                one.comment,
                people[one.comment.WrittenBy],
                AccountWords.HomeOf(Roles.Ministry, one.Name),
                one.comment.AnsweredBy is { } by ? people[by] : null,
                one.comment.WrittenBy == visitor.Actor
            )),
        ];
    }
}
