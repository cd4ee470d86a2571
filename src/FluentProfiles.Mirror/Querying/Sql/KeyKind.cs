namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>What the values of an order are in the database.</summary>
internal enum KeyKind
{
    /// <summary>Texts, in lower case as far as they are ASCII.</summary>
    Text,

    /// <summary>Times, in microseconds.</summary>
    Time,

    /// <summary>The bytes that a text is sorted by.</summary>
    Bytes,
}
