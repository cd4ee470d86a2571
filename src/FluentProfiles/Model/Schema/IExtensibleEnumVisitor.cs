namespace FluentProfiles.Model.Schema;

/// <summary>Makes something for an extensible enum, with its type as a type argument. It needs no reflection, so it works ahead of
/// time.</summary>
internal interface IExtensibleEnumVisitor<out TResult>
{
    TResult Visit<T>(ExtensibleEnum<T> type)
        where T : struct, IEquatable<T>;
}
