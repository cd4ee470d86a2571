using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>A member whose value is set through the property's own init accessor.</summary>
internal sealed class PropertyReader<TOwner, TValue>(ProfileField field, ValueReader<TValue> value)
    : MemberReader<TOwner>(field)
{
    private readonly Action<TOwner, TValue> set = field.Property.SetMethod!.CreateDelegate<Action<TOwner, TValue>>();

    public override void Read(ref Utf8JsonReader reader, TOwner owner, ReadContext context) =>
        set(owner, value.Read(ref reader, context));
}
