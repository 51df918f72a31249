using Microsoft.EntityFrameworkCore.Storage;

namespace Samla.Data;

/// <summary>A transaction in which nobody else saves; the next writer's turn comes when it is disposed of.</summary>
public sealed class LoneTransaction(IDbContextTransaction transaction, IDisposable? turn) : IAsyncDisposable
{
    /// <summary>Keeps what was saved in it.</summary>
    public Task Commit(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Dispose();
        }
    }
}

/// <summary>The end of a transaction.</summary>
public static class OwnTransaction
{
    extension(LoneTransaction? transaction)
    {
        /// <summary>Ends the transaction that <see cref="SamlaDb.BeginAlone"/> began; does nothing where another had begun before it.</summary>
        public Task CommitOwn(CancellationToken cancellation) =>
            transaction?.Commit(cancellation) ?? Task.CompletedTask;
    }
}
