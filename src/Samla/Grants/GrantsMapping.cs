using Microsoft.EntityFrameworkCore;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>How grants are kept in tables.</summary>
internal static class GrantsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<GrantImport>(import =>
        {
            import.HasKey(i => i.Number);
            import.Property(i => i.Number).ValueGeneratedNever();
            import.Property(i => i.File).HasMaxLength(300);
            import.Property(i => i.Hash).HasMaxLength(64);
            import.Property(i => i.Actor).HasMaxLength(200);
        });
        model.Entity<GrantRow>(row =>
        {
            row.HasKey(r => new { r.Import, r.Number });
            row.HasOne<GrantImport>().WithMany().HasForeignKey(r => r.Import).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => r.Case);
            row.Property(r => r.Case).HasMaxLength(GrantRow.LongestCase);
            row.Property(r => r.Municipality).HasMaxLength(4);
            row.Property(r => r.Area).HasMaxLength(80);
            row.Property(r => r.Priority).HasMaxLength(80);
            row.Property(r => r.Fund).HasMaxLength(20);
            row.Property(r => r.Industry).HasMaxLength(5);
        });
        model.Entity<MunicipalityFact>(fact =>
        {
            fact.HasKey(f => f.Code);
            fact.Property(f => f.Code).HasMaxLength(4);
            fact.Property(f => f.Kind).HasMaxLength(MunicipalityFact.LongestKind);
        });
        model.Entity<GrantSum>(sum =>
        {
            sum.HasKey(s => new { s.Dimension, s.Number });
            sum.Property(s => s.Key).HasMaxLength(80);
        });
    }
}
