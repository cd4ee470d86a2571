using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace FluentProfiles.Expressions;

/// <summary>Lets a recursion over an expression go on where the stack of its thread ends. A tree that code builds may be
/// thousands of nodes deep, and a stack that overflows ends the process.</summary>
internal static class DeepStack
{
    private const int Bytes = 16 * 1024 * 1024;
    private const int UsualLevels = 200;
    private const int BytesOfALevel = 8 * 1024;
    private const int MostLevels = 100_000;

    public static bool HasRoom => RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Runs the rest on a thread of its own and waits for it.</summary>
    public static T Continue<T>(Func<T> rest) => OnThread(rest, Bytes);

    /// <summary>Runs code that does not look at its stack, where the expression that it works on is a deep one.</summary>
    /// <param name="levels">How deep the expression is.</param>
    /// <param name="code">The code.</param>
    public static T Run<T>(int levels, Func<T> code) =>
        levels <= UsualLevels ? code() : OnThread(code, Math.Max(Bytes, Math.Min(levels, MostLevels) * BytesOfALevel));

    private static T OnThread<T>(Func<T> rest, int bytes)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(Start, bytes) { IsBackground = true, Name = "FluentProfiles: a deep expression" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;

        void Start()
        {
            try
            {
                result = rest();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
