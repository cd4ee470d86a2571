using System.Reflection;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Tests.Model.Schema;

/// <summary>A parameter or settable property of the public surface that takes a number, a time or a text.</summary>
/// <param name="Name">What the test shows: <c>ProfileQuery.WithPrefetch(pages)</c>.</param>
/// <param name="Parameter">What an exception calls it.</param>
/// <param name="Type">Its type, without <see cref="Nullable{T}"/>.</param>
/// <param name="Source">Where the attribute stands.</param>
/// <param name="Give">Passes a value.</param>
internal sealed record ValuePlace(
    string Name,
    string Parameter,
    Type Type,
    ICustomAttributeProvider Source,
    Func<object, Task> Give
)
{
    public InRangeAttribute? Range => AttributeOf<InRangeAttribute>();

    public TextRangeAttribute? Text => AttributeOf<TextRangeAttribute>();

    /// <summary>True where the library refuses a value because of this place, and of nothing else.</summary>
    public async Task<bool> RefusesAsync(object value)
    {
        try
        {
            await Give(value);
            return false;
        }
        catch (Exception failure)
        {
            return IsRefusal(failure is TargetInvocationException { InnerException: { } inner } ? inner : failure);
        }
    }

    private bool IsRefusal(Exception failure) =>
        failure switch
        {
            ArgumentException wrong => wrong.ParamName == "value"
                || wrong.ParamName?.StartsWith(Parameter, StringComparison.Ordinal) == true,
            ProfilesConfigurationException wrong => wrong.Message.Contains(Parameter, StringComparison.Ordinal),
            _ => false,
        };

    private TAttribute? AttributeOf<TAttribute>()
        where TAttribute : Attribute =>
        Source.GetCustomAttributes(typeof(TAttribute), inherit: false).Cast<TAttribute>().SingleOrDefault();
}
