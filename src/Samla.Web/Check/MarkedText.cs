using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Samla.Web.Check;

/// <summary>
/// The text of a block with its marks. Written in C# because every space counts here, and Razor would add some between
/// the pieces.
/// </summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportBlock Block { get; set; }

    [Parameter, EditorRequired]
    public required NoteLinks Notes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in Block.Pieces)
        {
            if (piece.PageBegins is { } page)
            {
                PageNumber(builder, page);
            }

            foreach (var mark in piece.Marks)
            {
                builder.OpenElement(0, "mark");
                builder.AddAttribute(1, "class", mark.Finding.Classes);
                builder.AddAttribute(2, "data-f", mark.Finding.Number);
            }

            Words(builder, piece);
            foreach (var _ in piece.Marks)
            {
                builder.CloseElement();
            }

            foreach (var end in piece.Ends)
            {
                Number(builder, end);
            }
        }
    }

    private static void PageNumber(RenderTreeBuilder builder, int page)
    {
        builder.OpenElement(3, "span");
        builder.AddAttribute(4, "class", "pg pg-in");
        builder.AddContent(5, string.Create(CultureInfo.InvariantCulture, $"sida {page}"));
        builder.CloseElement();
    }

    private static void Number(RenderTreeBuilder builder, MarkedPlace place)
    {
        builder.OpenElement(6, "a");
        builder.AddAttribute(7, "class", "fn " + place.Finding.Classes);
        builder.AddAttribute(8, "id", place.Anchor);
        builder.AddAttribute(9, "href", $"#f{place.Finding.Number}");
        builder.AddAttribute(10, "aria-label", $"Avvikelse {place.Finding.Number}: {place.Finding.RuleName}");
        builder.AddContent(11, place.Finding.Number);
        builder.CloseElement();
    }

    private void Words(RenderTreeBuilder builder, Piece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Text:
                builder.AddContent(12, piece.Text);
                break;
            case PieceKind.NoteMark:
                builder.OpenElement(13, "sup");
                builder.AddAttribute(14, "class", "nm");
                Link(
                    builder,
                    piece,
                    Notes.IsMark(piece.Note, Block.Block) ? "m" : null,
                    Notes.HasNote(piece.Note) ? "n" : null,
                    "Fotnot {0}"
                );
                builder.CloseElement();
                break;
            case PieceKind.NoteNumber:
                Link(
                    builder,
                    piece,
                    Notes.IsNote(piece.Note, Block.Block) ? "n" : null,
                    Notes.HasMark(piece.Note) ? "m" : null,
                    "Fotnot {0}, till stället i texten"
                );
                break;
            case PieceKind.Bullet when piece == Block.Pieces[0]:
                builder.OpenElement(21, "span");
                builder.AddAttribute(22, "class", "bu");
                builder.AddContent(23, "•");
                builder.CloseElement();
                break;
        }
    }

    // Every file's own way of writing a mark (12, ¹², [^12]) is shown alike: few typefaces have all raised figures.
    private static void Link(
        RenderTreeBuilder builder,
        Piece piece,
        string? anchor,
        string? target,
        [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string label
    )
    {
        var blank = piece.Text[piece.Text.TrimEnd().Length..];
        if (blank == piece.Text)
        {
            builder.AddContent(20, blank);
            return;
        }

        var number = piece.Note.ToString(CultureInfo.InvariantCulture);
        builder.OpenElement(15, target is null ? "span" : "a");
        builder.AddAttribute(16, "id", anchor is null ? null : $"{anchor}{piece.Note}");
        builder.AddAttribute(17, "href", target is null ? null : $"#{target}{piece.Note}");
        builder.AddAttribute(
            18,
            "aria-label",
            target is null ? null : string.Format(CultureInfo.InvariantCulture, label, number)
        );
        builder.AddContent(19, number);
        builder.CloseElement();
        builder.AddContent(20, blank);
    }
}
