using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Reads one JSON value of a type known only at run time.</summary>
internal abstract class ValueReader
{
    /// <summary>The reader of a member whose property has this reader's type.</summary>
    public abstract MemberReader<TOwner> Bind<TOwner>(ProfileField field)
        where TOwner : class, new();
}
