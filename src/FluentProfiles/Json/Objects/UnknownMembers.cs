using System.Text.Json;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>The property of an object that keeps the members that the model does not know.</summary>
internal sealed class UnknownMembers<TOwner>(ProfileField field)
{
    private readonly Func<TOwner, AdditionalProperties> get = field.Property.GetMethod!.CreateDelegate<
        Func<TOwner, AdditionalProperties>
    >();

    public FieldMask Mask { get; } = field.Mask;

    public Action<TOwner, AdditionalProperties> Set { get; } =
        field.Property.SetMethod!.CreateDelegate<Action<TOwner, AdditionalProperties>>();

    /// <summary>Writes them, but for those with the name of a known one, which would come twice.</summary>
    public void Write(Utf8JsonWriter writer, TOwner owner, MemberCodec<TOwner>[] known)
    {
        foreach (var (name, value) in get(owner))
        {
            if (!Array.Exists(known, member => member.JsonName == name))
                AdditionalPropertiesCodec.WriteMember(writer, name, value);
        }
    }
}
