using System.Globalization;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>The SQL of the mirror's commands. Parameters are numbered in the order in which they are named.</summary>
internal static class SqlText
{
    public static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");

    public static string Insert(MirrorTable table, IReadOnlyList<MirrorColumn> columns) =>
        $"INSERT INTO {table.Name} ({List(columns)}) VALUES ({Parameters(0, columns.Count)})";

    /// <summary>Inserts rows of PostgreSQL. Each parameter is an array with the values of a column.</summary>
    public static string InsertArrays(MirrorTable table, IReadOnlyList<MirrorColumn> columns) =>
        $"INSERT INTO {table.Name} ({List(columns)}) SELECT * FROM unnest({Parameters(0, columns.Count)})";

    /// <summary>Writes nothing where a row with one of the table's unique keys is there.</summary>
    public static string InsertIfAbsent(MirrorTable table, IReadOnlyList<MirrorColumn> columns) =>
        $"{Insert(table, columns)} ON CONFLICT DO NOTHING";

    /// <summary>The parameters are the columns, then the primary key.</summary>
    public static string Update(MirrorTable table, IReadOnlyList<MirrorColumn> columns) =>
        $"UPDATE {table.Name} SET {Assignments(columns, ", ", 0)} WHERE {Assignments(table.Keys, " AND ", columns.Count)}";

    public static string Delete(MirrorTable table, params IReadOnlyList<MirrorColumn> by) =>
        $"DELETE FROM {table.Name} WHERE {Assignments(by, " AND ", 0)}";

    public static string Select(MirrorTable table, IReadOnlyList<MirrorColumn> columns, string rest = "") =>
        $"SELECT {List(columns)} FROM {table.Name} {rest}";

    public static string Where(params IReadOnlyList<MirrorColumn> by) => $"WHERE {Assignments(by, " AND ", 0)}";

    public static string Parameters(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(Parameter));

    public static string List(IEnumerable<MirrorColumn> columns) =>
        string.Join(", ", columns.Select(column => column.Name));

    private static string Assignments(IEnumerable<MirrorColumn> columns, string between, int first) =>
        string.Join(between, columns.Select((column, place) => $"{column.Name} = {Parameter(first + place)}"));
}
