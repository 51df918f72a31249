using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>Whether somebody is to code a source blind, and so must not see what others have coded in it.</summary>
public sealed class FindBlindWork(SamlaDb db)
{
    /// <summary>All sources that they are to code blind and have not handed in.</summary>
    public async Task<IReadOnlySet<Id<Source>>> Sources(string coder, CancellationToken cancellation) =>
        await (
            from coding in OpenFor(coder)
            join part in db.DoubleCodingSources on coding.Id equals part.DoubleCodingId
            select part.SourceId
        ).ToHashSetAsync(cancellation);

    /// <summary>The double coding in which they have not handed in; null where there is none.</summary>
    public async Task<DoubleCoding?> Run(Id<Source> source, string coder, CancellationToken cancellation) =>
        await (
            from coding in OpenFor(coder).AsNoTracking()
            join part in db.DoubleCodingSources on coding.Id equals part.DoubleCodingId
            where part.SourceId == source
            orderby coding.Id
            select coding
        ).FirstOrDefaultAsync(cancellation);

    private IQueryable<DoubleCoding> OpenFor(string coder) =>
        from coding in db.DoubleCodings
        join one in db.DoubleCoders on coding.Id equals one.DoubleCodingId
        where coding.EnteredAt == null && coding.AbandonedAt == null
        where one.Coder == coder && one.HandedInAt == null
        select coding;
}
