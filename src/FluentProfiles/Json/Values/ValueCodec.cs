using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Objects;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Values;

/// <summary>Reads and writes one JSON value of a type known only at run time.</summary>
internal abstract class ValueCodec
{
    /// <summary>The reader of a member whose property has this reader's type.</summary>
    public abstract MemberCodec<TOwner> Bind<TOwner>(ProfileField field)
        where TOwner : class, new();

    /// <summary>Returns a converter that reads and writes the value for <see cref="JsonSerializer"/>.</summary>
    public abstract JsonConverter ToConverter(JsonSerializerOptions options);
}
