using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Analyse;

/// <summary>Adds a code, or a group of codes, to a round's codebook.</summary>
public sealed class AddCode(SamlaDb db, StrategyRegister strategies, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="kind">A group, or a code that is given to passages.</param>
    /// <param name="parentId">The group that it stands last in.</param>
    /// <param name="words">Its words.</param>
    /// <param name="requirement">Whose answers it is about, where the group does not say it. A group in a section without one is for codes about documents.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public Task<CodebookOutcome> Run(
        Key<Round> round,
        CodeKind kind,
        Key<Code>? parentId,
        CodeWords words,
        Key<Requirement>? requirement,
        string actor,
        CancellationToken cancellation
    ) => Add(round, kind, parentId, words, requirement, countedFrom: null, actor, cancellation);

    /// <summary>Adds a code that is counted from answers in rows or from a register, and given to no passages.</summary>
    /// <param name="round">The round.</param>
    /// <param name="parentId">The group that it stands last in.</param>
    /// <param name="words">Its words.</param>
    /// <param name="requirement">The requirement that has the rows; the group may not be about another. Null for what is no requirement's.</param>
    /// <param name="countedFrom">What it is counted from.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public Task<CodebookOutcome> Counted(
        Key<Round> round,
        Key<Code>? parentId,
        CodeWords words,
        Key<Requirement>? requirement,
        CountedFrom countedFrom,
        string actor,
        CancellationToken cancellation
    ) => Add(round, CodeKind.Leaf, parentId, words, requirement, countedFrom, actor, cancellation);

    private async Task<CodebookOutcome> Add(
        Key<Round> round,
        CodeKind kind,
        Key<Code>? parentId,
        CodeWords words,
        Key<Requirement>? requirement,
        CountedFrom? countedFrom,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var codebook = await Codebook.Read(db, round, cancellation);
        var parent = codebook.Find(parentId);
        if (parentId is not null && parent is not { Kind: CodeKind.Group })
        {
            return new CodebookOutcome.Refused("Välj en grupp som koden ska stå i.");
        }

        words = words.Normalised();
        if (words.Problem(codebook.Codes.Where(code => code.ParentId == parentId)) is { } problem)
        {
            return new CodebookOutcome.Refused(problem);
        }

        var about = parent?.RequirementId ?? requirement;
        var asked = await FindRequirement(round, about, cancellation);
        if (parent is { IsAboutDocuments: true } && asked is { IsPutToDocuments: false })
        {
            return new CodebookOutcome.Refused(
                $"Gruppen ”{parent.Label}” är till för koder om dokument. Välj en grupp för kravet."
            );
        }

        if (kind == CodeKind.Leaf && asked is null && parent is not { IsAboutDocuments: true })
        {
            return new CodebookOutcome.Refused(
                "Välj vilket krav koden gäller. En kod om dokument står i en grupp om dokument."
            );
        }

        if (await WhyNotCounted(round, countedFrom, asked, parent, requirement, cancellation) is { } why)
        {
            return new CodebookOutcome.Refused(why);
        }

        var code = new Code
        {
            RoundId = round,
            Id = await CodeIds.New(db, words.Label, cancellation),
            ParentId = parentId,
            Kind = kind,
            Order = int.MaxValue,
            Label = words.Label,
            Definition = words.Definition,
            Inclusion = words.Inclusion,
            Exclusion = words.Exclusion,
            Aspect = words.Aspect,
            RequirementId = asked?.Id,
            // What stands in a group, and is about no requirement, is about documents.
            Subject = asked?.AnsweredBy ?? (parent is null ? ReporterKind.Region : ReporterKind.Document),
            CountedFrom = countedFrom,
            Withheld = null,
        };
        db.Codes.Add(code);
        codebook.Add(code);
        codebook.Place(code, parentId, before: null);
        await db.SaveStep(
            round,
            new Deed(actor, "code.add", $"lade till {Codebook.NameOf(code)}") { Code = code.Id },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new CodebookOutcome.Changed(code.Id);
    }

    private async Task<string?> WhyNotCounted(
        Key<Round> round,
        CountedFrom? from,
        Requirement? asked,
        Code? parent,
        Key<Requirement>? requirement,
        CancellationToken cancellation
    ) =>
        from switch
        {
            StructuredAnswer when asked is null || asked.Id != requirement =>
                $"Gruppen ”{parent?.Label}” gäller ett annat krav än tabellen. Välj en grupp för tabellens krav, eller avsnittet.",
            StructuredAnswer answer when !await CanCount(asked, answer, cancellation) =>
                "Det som koden ska räknas ur finns inte i kravets tabell. Välj i listan.",
            StrategyStatus when asked is { IsPutToDocuments: false } =>
                $"Registret säger något om strategier, och gruppen ”{parent?.Label}” gäller svaren på ett krav. Välj en grupp om dokument.",
            AssessedAs when asked is { IsPutToDocuments: false } =>
                $"Bedömningarna gäller dokument, och gruppen ”{parent?.Label}” gäller svaren på ett krav. Välj en grupp om dokument.",
            AssessedAs assessed when !await CanCount(round, assessed, cancellation) =>
                "Bedömningsmallen har ingen sådan fråga eller inget sådant steg. Välj i listan.",
            StrategyStatus status when !strategies.Has(status.Year, status.Status) =>
                "Registret över strategier har inget sådant läge. Välj i listan.",
            _ => null,
        };

    private async Task<bool> CanCount(Key<Round> round, AssessedAs assessed, CancellationToken cancellation) =>
        await db
            .AssessmentForms.AsNoTracking()
            .SingleOrDefaultAsync(form => form.RoundId == round && form.Id == assessed.Form, cancellation)
            is { } form
        && form.Find(assessed.Question) is { IsFree: false }
        && form.Takes(new Judgement(assessed.AtLeast));

    private async Task<bool> CanCount(
        Requirement requirement,
        StructuredAnswer answer,
        CancellationToken cancellation
    ) =>
        requirement.TableId is { } id
        && (await db.TablesOf([requirement], cancellation)).GetValueOrDefault(id) is { } table
        && StructuredAnswer.In(requirement, table).Contains(answer);

    private Task<Requirement?> FindRequirement(
        Key<Round> roundId,
        Key<Requirement>? id,
        CancellationToken cancellation
    ) =>
        (
            from round in db.Rounds
            join requirement in db.Requirements on round.TemplateId equals requirement.TemplateId
            where round.Id == roundId && requirement.Id == id
            select requirement
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
}
