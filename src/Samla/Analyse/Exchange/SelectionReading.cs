using System.Globalization;
using System.Xml.Linq;

namespace Samla.Analyse.Exchange;

/// <summary>Reads the passages of a text, with their codes, stars and notes.</summary>
internal sealed class SelectionReading(ProjectIds ids, NoteReading notesOf, Troubles troubles, Notices notices)
{
    public List<ExchangeSelection> Read(XElement source, string name, StoredText text)
    {
        List<(XElement Element, SelectionPlacer.Given Given)> given = [];
        foreach (var element in source.Named("PlainTextSelection"))
        {
            if (Given(element) is { } one)
            {
                given.Add((element, one));
            }
        }

        if (given.Count == 0)
        {
            return [];
        }

        var (placed, outside) = SelectionPlacer.Place(text, [.. given.Select(one => one.Given)]);
        if (placed is null)
        {
            var element = given.Find(one => one.Given == outside).Element;
            troubles.Add(
                $"{QdaXml.ProjectFile}: {element.Place} gäller tecken {outside!.Value.Start}–{outside.Value.End} i ”{Troubles.Short(name)}”, som har {text.Kept.Length} tecken. {Troubles.Again}"
            );
            return [];
        }

        Tell(placed, name);
        var stars = new LooseStars();
        List<ExchangeSelection> selections = [];
        foreach (var ((element, one), place) in given.Zip(placed.Places))
        {
            if (place is not { } at)
            {
                notices.Unplaced(new(name, one.Start, one.Name));
            }
            else if (Selection(element, at.Start, at.End, name, stars) is { } selection)
            {
                selections.Add(selection);
            }
        }

        return stars.On(selections, name, notices);
    }

    private void Tell(SelectionPlacer.Placed placed, string name)
    {
        foreach (var assumption in placed.Reading.Assumptions)
        {
            notices.Assume(assumption, name);
        }

        if (!placed.IsTried)
        {
            notices.Assume(
                "Markeringarnas namn är inte de markerade orden, så det gick inte att pröva hur tecknen är räknade.",
                name
            );
        }
    }

    private SelectionPlacer.Given? Given(XElement element)
    {
        if (
            long.TryParse(
                element.Value("startPosition"),
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var start
            )
            && long.TryParse(
                element.Value("endPosition"),
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var end
            )
        )
        {
            return new(start, end, element.Value("name"));
        }

        troubles.Add(
            $"{QdaXml.ProjectFile}: {element.Place} saknar startPosition eller endPosition, eller har något som inte är ett tal. {Troubles.Again}"
        );
        return null;
    }

    /// <summary>Null for one that only says that its words are starred.</summary>
    private ExchangeSelection? Selection(XElement element, int start, int end, string source, LooseStars stars)
    {
        var id = ids.Id(element);
        var codings = element.Named("Coding").Select(Coding).OfType<ExchangeCoding>().ToList();
        var isStarred = codings.RemoveAll(coding => ids.Stars.Contains(coding.Code)) > 0;
        List<ExchangeNote> notes = [.. notesOf.Described(element, id), .. notesOf.Of(element)];
        if (codings.Count > 0)
        {
            codings = codings.ConvertAll(coding => coding with { IsStarred = isStarred });
            codings[0] = codings[0] with { Notes = [.. notes, .. codings[0].Notes] };
        }
        else
        {
            foreach (var note in notes)
            {
                notices.LeaveOut(
                    $"Anteckningen ”{Troubles.Short(note.Name)}” i ”{Troubles.Short(source)}” gäller ord utan kod. Samla har anteckningar om kodningar, koder, svar och krav."
                );
            }
        }

        if (isStarred && codings.Count == 0)
        {
            stars.Add(start, end);
            return null;
        }

        return new(id, element.Value("name"), start, end, ids.User(element), element.Time("creationDateTime"), codings);
    }

    private ExchangeCoding? Coding(XElement element)
    {
        if (element.Named("CodeRef").FirstOrDefault() is not { } reference)
        {
            troubles.Add($"{QdaXml.ProjectFile}: {element.Place} saknar <CodeRef>. {Troubles.Again}");
            return null;
        }

        return ids.Target(reference, "targetGUID", ids.Codes, "koden") is { } code
            ? new(ids.Id(element), code, ids.User(element), element.Time("creationDateTime"))
            {
                Notes = notesOf.Of(element),
            }
            : null;
    }
}
