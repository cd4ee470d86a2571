namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>The parameters of one row in a statement that inserts several.</summary>
internal readonly record struct RowPlace(Statement Statement, int First)
{
    public void Set(int column, object? value) => Statement.Set(First + column, value);
}
