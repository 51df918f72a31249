using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Samla.Storage.Sqlite;

/// <summary>
/// One row after the other into a table, through SQLite's own functions: a command of ADO.NET looks each parameter up by its name for each row, which takes most of
/// the time. Values are kept as <see cref="SqliteParameter"/> keeps them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _bound;
    private byte[] _text = new byte[256];

    public SqliteInsert(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _database = connection.Handle!;
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var places = string.Join(", ", columns.Select(_ => "?"));
        Check(
            raw.sqlite3_prepare_v2(_database, $"INSERT INTO \"{table}\" ({names}) VALUES ({places})", out _statement)
        );
        _bound = new object?[columns.Count]; // nothing, as in a statement that is new
    }

    /// <param name="column">From 0.</param>
    /// <param name="value">As the model gives it to the database.</param>
    /// <exception cref="NotSupportedException">The value is of a type that no such table has.</exception>
    public void Bind(int column, object? value)
    {
        if (Equals(_bound[column], value)) // what is bound stays from row to row, and rows are much alike
        {
            return;
        }

        _bound[column] = value;
        Check(
            value switch
            {
                null => raw.sqlite3_bind_null(_statement, column + 1),
                long number => raw.sqlite3_bind_int64(_statement, column + 1, number),
                int number => raw.sqlite3_bind_int(_statement, column + 1, number),
                short number => raw.sqlite3_bind_int(_statement, column + 1, number),
                bool isTrue => raw.sqlite3_bind_int(_statement, column + 1, isTrue ? 1 : 0),
                string text => BindText(column + 1, text),
                Guid id => BindId(column + 1, id),
                DateOnly day => BindDay(column + 1, day),
                _ => throw new NotSupportedException($"{value.GetType()}"),
            }
        );
    }

    /// <summary>Adds the row that is bound.</summary>
    /// <exception cref="SqliteException">The database refuses it.</exception>
    public void Add()
    {
        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int BindText(int place, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, place, text); // an empty span would be bound as null
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _text.Length)
        {
            _text = new byte[most];
        }

        return raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private int BindId(int place, Guid id)
    {
        _ = id.TryFormat(_text, out var length);
        var text = _text.AsSpan(0, length);
        _ = Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_statement, place, text);
    }

    private int BindDay(int place, DateOnly day)
    {
        _ = day.TryFormat(_text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, length));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
