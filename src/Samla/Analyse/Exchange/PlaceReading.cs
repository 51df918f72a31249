namespace Samla.Analyse.Exchange;

/// <summary>A way to count places in a text. The standard says code points and little else, and programs differ.</summary>
/// <param name="Unit">What counts as one.</param>
/// <param name="Breaks">What the end of a line counts as.</param>
/// <param name="IsEndIncluded">Whether the end is the last sign of a passage and not the one after it.</param>
/// <param name="IsMarkCounted">Whether a byte order mark at the beginning counts.</param>
internal sealed record PlaceReading(PlaceUnit Unit, LineBreaks Breaks, bool IsEndIncluded, bool IsMarkCounted)
{
    /// <summary>All ways, the likeliest first; the first is what the standard says and Samla writes.</summary>
    public static IReadOnlyList<PlaceReading> All { get; } =
    [
        .. from isMarkCounted in new[] { false, true }
        from breaks in Enum.GetValues<LineBreaks>()
        from unit in Enum.GetValues<PlaceUnit>()
        from isEndIncluded in new[] { false, true }
        select new PlaceReading(unit, breaks, isEndIncluded, isMarkCounted),
    ];

    /// <summary>Whether it may differ from a likelier way in this text.</summary>
    public bool IsOf(StoredText text)
    {
        var both = text.Stored.Contains("\r\n", StringComparison.Ordinal);
        return (text.HasMark || !IsMarkCounted)
            && (Breaks == LineBreaks.AsStored || (Breaks == LineBreaks.One ? both : text.Kept.Contains('\n')))
            && (Unit == PlaceUnit.CodePoint || text.Stored.Any(char.IsSurrogate));
    }

    /// <summary>What is assumed beyond the standard, in Swedish.</summary>
    public IEnumerable<string> Assumptions
    {
        get
        {
            if (Unit == PlaceUnit.Utf16)
            {
                yield return "Tecken utanför Unicodes första plan, till exempel emojier, är räknade som två tecken.";
            }

            if (Breaks == LineBreaks.One)
            {
                yield return "Radbrytningar är räknade som ett tecken fast filen lagrar två (CR och LF).";
            }

            if (Breaks == LineBreaks.Two)
            {
                yield return "Radbrytningar är räknade som två tecken fast filen lagrar ett.";
            }

            if (IsEndIncluded)
            {
                yield return "Slutpositionen är markeringens sista tecken, inte tecknet efter.";
            }

            if (IsMarkCounted)
            {
                yield return "Byteordningsmärket först i filen är räknat som ett tecken.";
            }
        }
    }

    /// <summary>For each place by this way of counting the UTF-16 offset in the text as Samla keeps it; −1 inside a character.</summary>
    public int[] Places(StoredText text)
    {
        var places = new List<int>(text.Stored.Length + 2);
        if (IsMarkCounted && text.HasMark)
        {
            places.Add(0);
        }

        var kept = 0;
        for (var at = 0; at < text.Stored.Length; kept++)
        {
            places.Add(kept);
            if (text.Stored[at] is '\r' or '\n')
            {
                var stored =
                    text.Stored[at] == '\r' && at + 1 < text.Stored.Length && text.Stored[at + 1] == '\n' ? 2 : 1;
                var counted = Breaks switch
                {
                    LineBreaks.AsStored => stored,
                    LineBreaks.One => 1,
                    LineBreaks.Two => 2,
                };
                if (counted == 2)
                {
                    places.Add(kept);
                }

                at += stored;
            }
            else if (
                char.IsHighSurrogate(text.Stored[at])
                && at + 1 < text.Stored.Length
                && char.IsLowSurrogate(text.Stored[at + 1])
            )
            {
                if (Unit == PlaceUnit.Utf16)
                {
                    places.Add(-1);
                }

                kept++;
                at += 2;
            }
            else
            {
                at++;
            }
        }

        places.Add(kept);
        return [.. places];
    }
}

/// <summary>What counts as one sign.</summary>
internal enum PlaceUnit
{
    CodePoint,
    Utf16,
}

/// <summary>What the end of a line counts as.</summary>
internal enum LineBreaks
{
    AsStored,
    One,
    Two,
}

/// <summary>A text as a file holds it and as Samla keeps it.</summary>
/// <param name="Stored">Without a byte order mark.</param>
/// <param name="HasMark">Whether there was one.</param>
internal sealed record StoredText(string Stored, bool HasMark)
{
    /// <summary>With "\n" at the end of each line.</summary>
    public string Kept { get; } = QdaXml.WithLineFeeds(Stored);
}
