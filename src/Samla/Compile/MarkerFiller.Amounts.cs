using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <content>Amounts of grants.</content>
internal sealed partial class MarkerFiller
{
    private ReportInline Amount(Marker.Amount marker, bool beginsSentence)
    {
        var asked = marker.Asked;
        var (amount, refusal) = BoundAmount.Of(asked, basis.Grants, grants);
        if (amount is null)
        {
            Alarm(refusal!, isBlocking: true);
            return new ReportInline.Words($"[{asked}]");
        }

        if (amount.IsMadeUp)
        {
            // What is reconstructed says so of itself on every page.
            var madeUp = new ReportAlarm(Section, "Beloppen kommer ur påhittade beslut.", basis.Round.Mark is null);
            _alarms.AddRange(_alarms.Contains(madeUp) ? [] : [madeUp]);
        }

        if (
            basis.AcceptedAmounts.TryGetValue((_chapter, amount.Asked), out var accepted)
            && accepted.Words != amount.Words
        )
        {
            _unacceptedAmounts.Add(new UnacceptedAmount(Section, accepted, amount));
        }

        return new ReportInline.Amount(
            amount with
            {
                Words = beginsSentence ? SwedishText.Capitalized(amount.Words) : amount.Words,
                Note = marker.HasNote ? ++_notes : null,
            }
        );
    }
}
