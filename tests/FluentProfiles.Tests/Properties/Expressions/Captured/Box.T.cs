namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A captured value in each place where one can be.</summary>
public sealed class Box<T>(T value) : IBox
{
    public readonly T Field = value;

    public T Property => Field;

    public T[] Items => [Field];

    public Box<T> Inner => new(Field);

    public Box<T>? Missing => null;

    public T[]? NoItems => null;

    public Func<T>? NoFunction => null;

    public Func<T> Function => () => Field;

    public Dictionary<string, T> ByKey => new() { ["k"] = Field };

    public T Method() => Field;

    public T Indexed(string key) => ByKey[key];

    public T Fails() => throw new CallersException();

    object? IBox.Captured => Field;

    public override string ToString() => "captured";
}
