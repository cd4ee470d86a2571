using System.Reflection;

namespace FluentProfiles.Emulator.Writes;

/// <summary>A changed copy of an immutable object of the model. By reflection, so that a field which the model gains is
/// copied without a word here.</summary>
internal sealed class Patch<T>(T original)
    where T : class
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod(
        nameof(MemberwiseClone),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    public T Result { get; } = (T)Clone.Invoke(original, null)!;

    public Patch<T> Set(string property, object? value)
    {
        typeof(T).GetProperty(property)!.SetValue(Result, value);
        return this;
    }
}
