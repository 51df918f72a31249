using System.Globalization;
using Microsoft.AspNetCore.Components;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Web.Access;
using Samla.Web.Collect;

namespace Samla.Web.Analyse;

/// <summary>A page on which the codebook is changed: what is done there is told after it, and can be undone.</summary>
public abstract class CodebookFormPage : FormPage
{
    /// <summary>The form's name where its words or its choice were refused.</summary>
    protected string? RefusedForm { get; private set; }

    /// <summary>Why nothing was done, in Swedish; null where nothing is wrong.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>What can be undone and done again now.</summary>
    protected UndoStep.Peeked Steps { get; private set; } = new(null, null);

    [Parameter]
    public required string RoundId { get; set; }

    [Inject]
    public required UndoStep UndoStep { get; init; }

    /// <summary>The step that was just done; 0 where nothing needed to be done.</summary>
    [SupplyParameterFromQuery(Name = "steg")]
    public string? Done { get; set; }

    /// <summary>The step that was just undone.</summary>
    [SupplyParameterFromQuery(Name = "angrat")]
    public string? Undone { get; set; }

    protected bool CanCode => Http.SignedIn.May(Permission.Code);

    /// <summary>Null where the address names what can be no round.</summary>
    protected Key<Round>? RoundKey => Key<Round>.TryParse(RoundId, null, out var round) ? round : null;

    /// <summary>Where to go when something was undone or done again.</summary>
    protected abstract Task<string> AfterTurn();

    protected async Task LoadSteps() =>
        Steps =
            CanCode && RoundKey is { } round
                ? await UndoStep.Peek(round, Http.SignedIn.Actor, Http.RequestAborted)
                : new(null, null);

    /// <summary>A field of the form that was sent.</summary>
    protected string Sent(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : "";

    /// <summary>The code that was chosen in a field; null where none was.</summary>
    protected Key<Code>? Chosen(string field) => Key<Code>.TryParse(Sent(field), null, out var code) ? code : null;

    /// <summary>The words of a code that were sent.</summary>
    /// <param name="prefix">Before the fields' names.</param>
    protected CodeWords SentWords(string prefix = "") =>
        new(
            Sent($"{prefix}namn"),
            Sent($"{prefix}definition"),
            Sent($"{prefix}ges-till"),
            Sent($"{prefix}ges-inte-till"),
            Enum.TryParse<CodeAspect>(Sent($"{prefix}aspekt"), out var aspect) && Enum.IsDefined(aspect) ? aspect : null
        );

    /// <summary>Says why nothing is done, beside the form that it is about.</summary>
    protected void Refuse(string form, string message) => (RefusedForm, Refusal) = (form, message);

    /// <summary>Changes the codebook and goes on to where it is seen; or says why not.</summary>
    protected async Task Change(string form, Func<Task<CodebookOutcome>> change, Func<Key<Code>, string> addressOf)
    {
        if (!await IsOwnForm())
        {
            Refuse(form, OldPage);
            return;
        }

        switch (await change())
        {
            case CodebookOutcome.Changed(var code):
                await GoOn(addressOf(code));
                break;
            case CodebookOutcome.Refused(var message):
                Refuse(form, message);
                break;
        }
    }

    /// <summary>Goes on to where what was done is told.</summary>
    /// <param name="address">Where.</param>
    /// <param name="place">The place on that page.</param>
    protected async Task GoOn(string address, string place = "#besked")
    {
        var before = Steps.Undo?.Number;
        await LoadSteps();
        var done = Steps.Undo?.Number is { } last && last != before ? last : 0;
        Navigation.NavigateTo(
            $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}steg={done}{place}"
        );
    }

    protected Task Undo() => Turn("angra", isUndo: true);

    protected Task Redo() => Turn("gor-om", isUndo: false);

    private async Task Turn(string form, bool isUndo)
    {
        if (
            !await IsOwnForm()
            || !long.TryParse(Sent("nummer"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            Refuse(form, "Sidan har varit öppen för länge. Tryck på knappen igen.");
            return;
        }

        var actor = Http.SignedIn.Actor;
        var outcome = isUndo
            ? await UndoStep.Run(RoundKey!, seen, actor, Http.RequestAborted)
            : await UndoStep.Redo(RoundKey!, seen, actor, Http.RequestAborted);
        switch (outcome)
        {
            case UndoStep.Outcome.Done:
                Navigation.NavigateTo($"{await AfterTurn()}?{(isUndo ? "angrat" : "steg")}={seen}#besked");
                break;
            case UndoStep.Outcome.Refused(var message):
                Refuse(form, message);
                await LoadSteps();
                break;
        }
    }
}
