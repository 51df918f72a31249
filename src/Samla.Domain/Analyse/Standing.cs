namespace Samla.Domain.Analyse;

/// <summary>Where the 21 stand in relation to a code; the four sets share no region and make up all 21.</summary>
/// <param name="Says">Somebody read the answer and gave the code to a passage of it.</param>
/// <param name="Silent">Somebody read the answer, and it says nothing of this; or it was left empty.</param>
/// <param name="NotAsked">The question was not put to them.</param>
/// <param name="NotRead">There is no submission, or nobody has read the answer.</param>
public sealed record Standing(RegionSet Says, RegionSet Silent, RegionSet NotAsked, RegionSet NotRead)
{
    /// <summary>Those whose answers are known: what shares are counted of.</summary>
    public RegionSet Asked => Says | Silent;

    /// <summary>Those the question was put to, also those whose answers nobody has read.</summary>
    public RegionSet Called => RegionSet.All - NotAsked;

    /// <summary>The same of some of the regions alone; the four sets then make up those.</summary>
    public Standing Among(RegionSet some) => new(Says & some, Silent & some, NotAsked & some, NotRead & some);

    /// <summary>The share of those asked that say it; null while any of them is not read, and where nobody was asked.</summary>
    public double? Share => NotRead.IsEmpty && !Asked.IsEmpty ? (double)Says.Count / Asked.Count : null;

    /// <summary>Who has come and who has gone since; means nothing where the two cannot be compared.</summary>
    /// <param name="now">Where the 21 stand in a later year.</param>
    public Shift ShiftTo(Standing now)
    {
        var came = (now.Says & Asked) - Says;
        var went = Says & now.Silent;
        return new(came, went, ((now.Says | Says) - came - went) - (now.Says & Says));
    }

    /// <param name="Came">Those who do now and did not then.</param>
    /// <param name="Went">Those who did then, and whose answer of now has been read and says nothing of it.</param>
    /// <param name="Unknown">Those who do in the one year, and of whom the other year knows nothing.</param>
    public sealed record Shift(RegionSet Came, RegionSet Went, RegionSet Unknown);

    /// <summary>Places each region in one of the four.</summary>
    /// <param name="asked">Those the question was put to.</param>
    /// <param name="read">Those whose answer somebody has read, or who submitted and left it empty.</param>
    /// <param name="coded">Those with a coded passage.</param>
    public static Standing Of(RegionSet asked, RegionSet read, RegionSet coded)
    {
        // A coded passage has been read, whether or not the reader got to the end of the answer.
        var says = coded & asked;
        var silent = (read & asked) - says;
        return new(says, silent, RegionSet.All - asked, asked - says - silent);
    }
}
