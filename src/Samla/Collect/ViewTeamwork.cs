using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How a reporter's people share the work: who has which section, what is done, what they say to each other.</summary>
public sealed class ViewTeamwork(SamlaDb db, ActorNames names)
{
    /// <summary>One of the reporter's people.</summary>
    public sealed record Person(Id<Account> Id, string Name);

    /// <param name="Who">Who has the section; null where nobody in particular does.</param>
    /// <param name="DueOn">The last day for it; null where only the round's holds.</param>
    /// <param name="DoneBy">Who said that it is done, by name; null while nobody does.</param>
    /// <param name="IsChangedSince">Whether an answer has been saved after it was said.</param>
    public sealed record Work(
        Person? Who,
        DateOnly? DueOn,
        DateTimeOffset? DoneAt,
        string? DoneBy,
        bool IsChangedSince
    );

    /// <param name="By">Who wrote it, by name.</param>
    /// <param name="SettledBy">Who settled it, by name; null while it is open.</param>
    public sealed record Comment(AnswerComment Said, string By, string? SettledBy);

    /// <param name="People">Those who can be given a section, in Swedish order.</param>
    public sealed record Result(
        IReadOnlyList<Person> People,
        IReadOnlyDictionary<Key<Section>, Work> Sections,
        ILookup<Key<Requirement>, Comment> Comments
    )
    {
        public Work On(Key<Section> section) =>
            Sections.GetValueOrDefault(section) ?? new Work(null, null, null, null, IsChangedSince: false);
    }

    public async Task<Result> Run(Visitor visitor, ViewSubmission.Result view, CancellationToken cancellation)
    {
        var submission = view.Submission.Id;
        var people = await db
            .Accounts.AsNoTracking()
            .Where(a => a.ReporterId == view.Reporter.Id && !a.IsShut && a.IsSample == visitor.IsSample)
            .Select(a => new Person(a.Id, a.Name))
            .ToListAsync(cancellation);
        var sections = await db
            .SectionWork.AsNoTracking()
            .Where(w => w.SubmissionId == submission)
            .ToListAsync(cancellation);
        var comments = await db
            .AnswerComments.AsNoTracking()
            .Where(c => c.SubmissionId == submission)
            .OrderBy(c => c.WrittenAt)
            .ToListAsync(cancellation);
        var called = await names.Run(
            comments
                .SelectMany(c => new[] { c.WrittenBy, c.SettledBy })
                .Concat(sections.Select(w => w.DoneBy))
                .Concat(sections.Select(w => w.AccountId is { } id ? Account.ActorOf(id) : null))
                .OfType<string>(),
            cancellation
        );
        return new Result(
            [.. people.OrderBy(person => person.Name, SwedishText.Order)],
            sections.ToDictionary(work => work.SectionId, AsWork),
            comments.ToLookup(
                c => c.RequirementId,
                c => new Comment(c, called[c.WrittenBy], c.SettledBy is { } by ? called[by] : null)
            )
        );

        Work AsWork(SectionWork work) =>
            new(
                work.AccountId is { } id ? new Person(id, called[Account.ActorOf(id)]) : null,
                work.DueOn,
                work.DoneAt,
                work.DoneBy is { } by ? called[by] : null,
                work.DoneAt is { } done
                    && view.Sections.Where(section => section.Section.Id == work.SectionId)
                        .SelectMany(section => section.Items)
                        .Any(item => item.Draft?.SavedAt > done)
            );
    }
}
