/** What every user of ONNX Runtime in this process shares. */
package ferlive.app.onnx;
