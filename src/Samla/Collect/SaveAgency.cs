using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A part of what is written of an authority.</summary>
public enum AgencyField
{
    Name,
    Id,
}

/// <summary>Adds an authority that reports, or gives one another name. Its id stays, since it stands in addresses and files.</summary>
public sealed class SaveAgency(SamlaDb db)
{
    /// <summary>The most signs of a name.</summary>
    public const int MostSigns = 100;

    /// <summary>Stands for the agency itself where a reporter's id would.</summary>
    private const string Agency = "myndigheten";

    /// <param name="known">The authority that gets another name; null for a new one.</param>
    /// <param name="name">As it was written.</param>
    /// <param name="id">As it was written for a new one; made of the name where nothing was.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Reporter>? known,
        string? name,
        string? id,
        string actor,
        CancellationToken cancellation
    )
    {
        // Two may add the same authority at once: the second is told.
        await using var transaction = await db.BeginAlone(cancellation);
        var reporters = await db.Reporters.ToListAsync(cancellation);
        var agency = reporters.Find(one => one.Id == known && one.Kind == ReporterKind.Agency);
        if (known is not null && agency is null)
        {
            return new Outcome.Refused(AgencyField.Name, "Myndigheten finns inte längre.");
        }

        var own = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (ProblemOfName(own, reporters.FindAll(one => one != agency)) is { } problem)
        {
            return new Outcome.Refused(AgencyField.Name, problem);
        }

        if (agency is not null)
        {
            return await Rename(agency, own, actor, transaction, cancellation);
        }

        var written = string.IsNullOrWhiteSpace(id) ? InterventionIds.WordOf(own, "") : id.Trim();
        if (ProblemOfId(written, reporters) is { } wrong)
        {
            return new Outcome.Refused(AgencyField.Id, wrong);
        }

        var added = Reporter.OfAgency(Key<Reporter>.Parse(written, null), own);
        db.Reporters.Add(added);
        await db.Save(new Change(actor, "agency.add", written), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Saved(added.Id);
    }

    private async Task<Outcome> Rename(
        Reporter agency,
        string name,
        string actor,
        LoneTransaction? transaction,
        CancellationToken cancellation
    )
    {
        if (agency.Name != name)
        {
            agency.Name = name;
            await db.Save(new Change(actor, "agency.rename", agency.Id.Value), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return new Outcome.Saved(agency.Id);
    }

    /// <summary>Names end up in letters and in the names of files.</summary>
    private static string? ProblemOfName(string name, List<Reporter> others) =>
        name.Length is 0 or > MostSigns ? $"Skriv myndighetens namn, på högst {MostSigns} tecken."
        : !name.All(IsOfName) || !name.Any(char.IsLetter)
            ? "Namnet kan bara ha bokstäver, siffror, mellanslag, bindestreck, komma, apostrof, & och parenteser."
        : others.Exists(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            ? $"Det finns redan en uppgiftslämnare som heter {name}."
        : null;

    private static string? ProblemOfId(string id, List<Reporter> others) =>
        !Key<Reporter>.TryParse(id, null, out _)
            ? "Beteckningen ska bestå av små bokstäver a–z, siffror och bindestreck, och börja med en bokstav eller siffra."
        : id == Agency || id.StartsWith("lst-", StringComparison.Ordinal) || id.All(char.IsAsciiDigit)
            ? $"Beteckningen {id} betyder något annat i Samla. Välj en annan."
        : others.Find(one => one.Id.Value == id) is { } taken
            ? $"Beteckningen {id} har {taken.Name} redan. Skriv en annan."
        : null;

    private static bool IsOfName(char sign) =>
        char.IsLetterOrDigit(sign) || " -,'’&()".Contains(sign, StringComparison.Ordinal);

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Saved(Key<Reporter> Id) : Outcome;

        /// <param name="Field">Where.</param>
        /// <param name="Message">What is wrong and what to do, in Swedish.</param>
        public sealed record Refused(AgencyField Field, string Message) : Outcome;
    }
}
