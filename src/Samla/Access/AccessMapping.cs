using Microsoft.EntityFrameworkCore;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>How accounts are kept in tables.</summary>
internal static class AccessMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.Ignore(a => a.Actor);
            account.HasIndex(a => a.Email).IsUnique();
            account.Property(a => a.Email).HasMaxLength(254);
            account.Property(a => a.Name).HasMaxLength(100);
            account.Property(a => a.SecurityStamp).HasMaxLength(40).IsConcurrencyToken();
            account.HasOne<Reporter>().WithMany().HasForeignKey(a => a.ReporterId).OnDelete(DeleteBehavior.Restrict);
            account.HasMany(a => a.Passkeys).WithOne().HasForeignKey(p => p.AccountId);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.Name).HasMaxLength(100);
        });
        model.Entity<Session>(session =>
        {
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            session.Property(s => s.Device).HasMaxLength(100);
        });
        model.Entity<AccountLink>(link =>
        {
            link.HasKey(l => l.TokenHash);
            link.Property(l => l.TokenHash).HasMaxLength(64);
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        });
    }
}
