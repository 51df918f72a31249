using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>How the rows of a round's board are shown.</summary>
internal static class BoardLook
{
    /// <summary>Where the reading begins: where there is something left to read, else from the north. Null where there is nothing.</summary>
    public static Id<Source>? First(ViewBoard.RequirementRow row)
    {
        var cells = InOrder(row).ToList();
        return (
            cells.Find(cell => cell.State is AnswerState.Unread or AnswerState.Begun)
            ?? cells.Find(cell => cell.Source is not null)
        )?.Source;
    }

    /// <summary>Who answers, after the title of what is asked; empty for regions.</summary>
    public static string Whom(Requirement requirement) =>
        requirement.AnsweredBy switch
        {
            ReporterKind.Region => "",
            ReporterKind.CountyBoard => ", länsstyrelser",
            ReporterKind.Agency => ", andra myndigheter",
            ReporterKind.Document => ", dokument",
        };

    private static IEnumerable<ViewBoard.Cell> InOrder(ViewBoard.RequirementRow row) =>
        row
            .Cells.OrderBy(cell => RegionOrder.PlaceOf(cell.Key))
            .Select(cell => cell.Value)
            .Concat(row.Agencies.Select(agency => agency.Cell));
}
